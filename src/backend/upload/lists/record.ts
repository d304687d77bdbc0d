/** What a list reader gives, whatever the format: hashes with where they come from, tombstones, and errors. */
import { hexOf, kindNamed, type HashKind } from '../../../domain/upload/kinds.ts';

export const formatIds = ['ncmec-v2', 'threatexchange-csv', 'threatexchange-json', 'tat-json', 'csv'] as const;
export type FormatId = (typeof formatIds)[number];

export interface HashRecord {
	readonly kind: HashKind;
	/** Lower-case hexadecimal. */
	readonly hex: string;
	/** The provider's own id of the picture; empty where it has none. */
	readonly source: string;
	/** Classification, ideology, member … as the provider says it, shortened. */
	readonly label: string;
	/** PDQ quality, where the list knows it. */
	readonly quality: number | null;
	readonly votesFor: number;
	readonly votesAgainst: number;
}

export type ListRecord =
	| ({ readonly type: 'hash' } & HashRecord)
	/** Everything of this source id is withdrawn; with a hash, that hash alone. */
	| { readonly type: 'gone'; readonly source: string; readonly kind?: HashKind; readonly hex?: string }
	/** A well-formed entry of a kind that is not compared here. */
	| { readonly type: 'unused' }
	| { readonly type: 'error' };

export const unused: ListRecord = { type: 'unused' };
export const broken: ListRecord = { type: 'error' };

const longest = 200;

/** An entry as lists write it: the name of a kind and a text. */
export function hashRecord(
	kindName: string,
	text: string,
	more: Partial<Omit<HashRecord, 'kind' | 'hex'>> = {},
): ListRecord {
	const kind = kindNamed(kindName);
	if (kind === null) return /^[a-z0-9_ .-]{1,40}$/i.test(kindName) ? unused : broken;
	const hex = hexOf(kind, text);
	if (hex === null) return broken;
	const { source = '', label = '', quality = null, votesFor = 0, votesAgainst = 0 } = more;
	const short = (value: string): string => value.replace(/\p{Cc}/gu, ' ').slice(0, longest);
	return { type: 'hash', kind, hex, source: short(source), label: short(label), quality, votesFor, votesAgainst };
}
