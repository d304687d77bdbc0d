/** The files that the verb `comments` reads: a manifest of pages and what each wiki tells of itself. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { DateWords, WikiData } from '../../engines/comments/wiki-data.ts';

const ManifestSchema = v.object({
	pages: v.array(v.object({ id: v.string(), title: v.string(), html: v.string(), config: v.string() })),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

const texts = v.optional(v.array(v.string()), []);
/** PHP writes an object without entries as a list. */
const mapOf = <T>(value: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<string, T>> =>
	v.union([
		v.record(v.string(), value),
		v.pipe(
			v.tuple([]),
			v.transform(() => ({}) as Record<string, T>),
		),
	]);

const WordsSchema = v.object({
	dateFormat: v.optional(v.string()),
	digits: v.optional(v.array(v.string()), [...'0123456789']),
	months: texts,
	monthsGenitive: texts,
	monthsAbbrev: texts,
	weekdays: texts,
	weekdaysAbbrev: texts,
	timezoneAbbreviations: v.optional(mapOf(v.string()), {}),
});
const WikiSchema = v.object({
	articlePath: v.string(),
	namespaceIds: mapOf(v.number()),
	formattedNamespaces: mapOf(v.string()),
	specialContributions: texts,
	localTimezone: v.optional(v.string(), 'UTC'),
	dates: mapOf(WordsSchema),
	timestampProbe: v.optional(v.object({ instantUTC: v.string(), text: v.string() })),
});

/** A file that is not what it should be. */
export class WrongFile extends Error {}

async function read<T>(file: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
	let content: unknown;
	try {
		content = JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		throw new WrongFile(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
	const parsed = v.safeParse(schema, content);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new WrongFile(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** Reads a manifest; throws WrongFile. */
export const readManifest = (file: string): Promise<Manifest> => read(file, ManifestSchema);

/** Reads the data of a wiki, on demand as if it had never told its date format; throws WrongFile. */
export async function readWiki(file: string, withoutFormat: boolean): Promise<WikiData> {
	const { timestampProbe, dates, ...wiki } = await read(file, WikiSchema);
	const kept: Record<string, DateWords> = {};
	for (const [variant, { dateFormat, ...words }] of Object.entries(dates)) {
		kept[variant] = dateFormat === undefined || withoutFormat ? words : { ...words, dateFormat };
	}
	return { ...wiki, dates: kept, ...(timestampProbe ? { timestampProbe } : {}) };
}
