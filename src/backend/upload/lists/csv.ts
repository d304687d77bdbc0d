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

export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ListRecord[]> {
	let names: Map<string, number> | null = null;
	let isFirst = true;
	for await (const lines of linesOf(bytes)) {
		const records: ListRecord[] = [];
		for (const line of lines) {
			if (line !== null && /^\s*(?:#|$)/.test(line)) continue;
			const cells = line === null ? [] : cellsOf(line.replace(/^\uFEFF/, ''));
			if (isFirst && cells.some((cell) => valueNames.includes(cell.toLowerCase()))) {
				names = new Map(cells.map((cell, at) => [cell.toLowerCase(), at]));
			} else if (names) {
				const columns = names;
				records.push(
					recordOf((...wanted) => {
						const at = wanted.map((name) => columns.get(name)).find((column) => column !== undefined);
						return at === undefined ? undefined : cells[at];
					}),
				);
			} else records.push(bare(cells));
			isFirst = false;
		}
		yield records;
	}
}
