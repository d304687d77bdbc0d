/** Entries made of named fields (a row of a table, an object): which names mean what, in the formats in use. */
import { broken, hashRecord, type ListRecord } from './record.ts';

/** The value of a field, of the first of these names that there is. */
export type Fields = (...names: string[]) => string | undefined;

/** The field that holds the hash. */
export const valueNames = [
	'value',
	'hash_digest',
	'signal_value',
	'signalvalue',
	'signal',
	'signal_str',
	'indicator',
	'hash',
];

const yes = /^(?:true|1|yes|deleted|inactive|removed|withdrawn)$/i;

/**
 * Field names: ThreatExchange exchange files (`signal_type`, `value`), Tech Against Terrorism's hash list v2 (`algorithm`,
 * `hash_digest`, `ideology`, `file_type`, `deleted`), StopNCII (`signalType`, `signalValue`), and what people call them.
 */
export function recordOf(field: Fields): ListRecord {
	const kind = field('signal_type', 'signaltype', 'type', 'algorithm', 'kind', 'hash_type', 'indicator_type');
	const value = field(...valueNames);
	if (value === undefined) return broken;
	const number = (...names: string[]): number => Math.max(0, Math.trunc(Number(field(...names)) || 0));
	const quality = field('quality', 'pdq_quality');
	const source = field('source_id', 'id', 'case_id') ?? '';
	const record = hashRecord(kind ?? guessed(value), value, {
		source,
		label: [field('classification', 'ideology', 'label', 'tags'), field('file_type')].filter(Boolean).join(', '),
		quality: quality === undefined || quality === '' || Number.isNaN(Number(quality)) ? null : Number(quality),
		votesFor: number('votes_for', 'upvotes', 'affirmative'),
		votesAgainst: number('votes_against', 'downvotes', 'negative'),
	});
	const isGone = [field('deleted'), field('status')].some((text) => yes.test(text ?? ''));
	if (!isGone || record.type !== 'hash') return record;
	return { type: 'gone', source, kind: record.kind, hex: record.hex };
}

/** What a bare hash is, by its length: 64 digits are PDQ, for a list of SHA-256 says so. */
export function guessed(value: string): string {
	return ({ 32: 'md5', 40: 'sha1', 64: 'pdq' } as Record<number, string>)[value.trim().length] ?? '?';
}
