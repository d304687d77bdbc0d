/** Lists as tables of comma-separated values (RFC 4180, one record a line), with or without a line of names. */
import { kindNamed } from '../../../domain/upload/kinds.ts';
import { guessed, recordOf, valueNames } from './fields.ts';
import { linesOf } from './lines.ts';
import { broken, hashRecord, type ListRecord } from './record.ts';

function cellsOf(line: string): string[] {
	if (!line.includes('"')) return line.split(/[,;\t]/).map((cell) => cell.trim());
	return [...line.matchAll(/(?:^|[,;\t])(?:"((?:[^"]|"")*)"|([^,;\t]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain ?? '').trim(),
	);
}

const isHex = (cell: string): boolean => /^[0-9a-f]{32,64}$/i.test(cell);

/** Without names: the cell that is a hash, and the kind that some other cell may say. */
function bare(cells: readonly string[]): ListRecord {
	const value = cells.find(isHex);
	if (value === undefined) return broken;
	return hashRecord(cells.find((cell) => kindNamed(cell) !== null) ?? guessed(value), value);
}

type Reader = (cells: readonly string[]) => ListRecord[];

/** Where the first line names what the columns are: one of a hash, or one for each kind of hash. Null where it does not. */
function named(line: readonly string[]): Reader | null {
	// JSON and XML have words like that too.
	if (/^[[{<]/.test(line[0] ?? '')) return null;
	const names = line.map((cell) => cell.toLowerCase());
	if (names.some((name) => valueNames.includes(name))) {
		const columns = new Map(names.map((name, at) => [name, at]));
		return (cells) => [
			recordOf((...wanted) => {
				const at = wanted.map((name) => columns.get(name)).find((column) => column !== undefined);
				return at === undefined ? undefined : cells[at];
			}),
		];
	}
	const kinds = names.map((name) => (kindNamed(name) === null ? null : name));
	if (line.some(isHex) || kinds.every((kind) => kind === null)) return null;
	return (cells) => {
		const records = kinds.flatMap((kind, at) => (kind && cells[at] ? [hashRecord(kind, cells[at])] : []));
		return records.length > 0 ? records : [broken];
	};
}

export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ListRecord[]> {
	let read: Reader = (cells) => [bare(cells)];
	let isFirst = true;
	for await (const lines of linesOf(bytes)) {
		const records: ListRecord[] = [];
		for (const line of lines) {
			if (line !== null && /^\s*(?:#|$)/.test(line)) continue;
			const cells = line === null ? [] : cellsOf(line.replace(/^\uFEFF/, ''));
			const columns = isFirst ? named(cells) : null;
			isFirst = false;
			if (columns) read = columns;
			else records.push(...read(cells));
		}
		yield records;
	}
}
