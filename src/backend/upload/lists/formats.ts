/** The formats of hash lists that can be read; to add one, write its reader and name it here. */
import { readCsv } from './csv.ts';
import { JsonReader } from './json.ts';
import { NcmecReader } from './ncmec.ts';
import type { FormatId, ListRecord } from './record.ts';

export interface Reading {
	readonly records: AsyncIterable<ListRecord[]>;
	/** Once all is read: where it goes on, in the format's own words, and whether that is a checkpoint for the next time. */
	next(): { readonly page: string | null; readonly newest: string | null };
}

const ends = () => ({ page: null, newest: null });

function json(bytes: AsyncIterable<Uint8Array>): Reading {
	const reader = new JsonReader();
	return { records: reader.read(bytes), next: () => ({ page: reader.after, newest: reader.after }) };
}

const table = (bytes: AsyncIterable<Uint8Array>): Reading => ({ records: readCsv(bytes), next: ends });

const formats: Readonly<Record<FormatId, (bytes: AsyncIterable<Uint8Array>) => Reading>> = {
	'ncmec-v2'(bytes) {
		const reader = new NcmecReader();
		return { records: reader.read(bytes), next: () => ({ page: reader.next, newest: reader.newest }) };
	},
	'threatexchange-csv': table,
	'threatexchange-json': json,
	'tat-json': json,
	csv: table,
};

export const readList = (format: FormatId, bytes: AsyncIterable<Uint8Array>): Reading => formats[format](bytes);
