/** Lists as JSON: ThreatExchange exchange files and Tech Against Terrorism's hash list v2, whole or a page at a time. */
import { recordOf, valueNames } from './fields.ts';
import { ObjectFinder } from './json-objects.ts';
import { broken, type ListRecord } from './record.ts';

function fieldsOf(text: string | null): Map<string, unknown> | null {
	if (text === null) return null;
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== 'object' || value === null) return null;
		return new Map(Object.entries(value).map(([name, inner]) => [name.toLowerCase(), inner]));
	} catch {
		return null;
	}
}

function said(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(' ') : undefined;
}

function entryOf(fields: Map<string, unknown>): ListRecord {
	return recordOf((...names) => {
		const name = names.find((one) => said(fields.get(one)) !== undefined);
		return name === undefined ? undefined : said(fields.get(name));
	});
}

/** A page with nothing on it looks like an entry: an object, with an empty array where the entries would be. */
const isBare = (fields: Map<string, unknown>): boolean =>
	!valueNames.some((name) => fields.has(name)) &&
	[...fields.values()].some((value) => Array.isArray(value) && value.length === 0);

export class JsonReader {
	readonly #finder = new ObjectFinder(valueNames);
	#bare: Map<string, unknown> | null = null;

	/** Throws where it is not JSON, or ends early: then there is more than was read. */
	async *read(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ListRecord[]> {
		const decoder = new TextDecoder();
		for await (const part of bytes) {
			yield this.#finder.take(decoder.decode(part, { stream: true })).flatMap((text) => this.#parse(text));
		}
		if (!this.#finder.isWhole) throw new SyntaxError('not JSON, or not to its end');
	}

	/** Tech Against Terrorism's checkpoint, once all is read: what to ask for as `after`. */
	get after(): string | null {
		return said((this.#bare ?? fieldsOf(this.#finder.around))?.get('after')) || null;
	}

	#parse(text: string | null): ListRecord[] {
		const fields = fieldsOf(text);
		if (!fields) return [broken];
		if (!isBare(fields)) return [entryOf(fields)];
		this.#bare = fields;
		return [];
	}
}
