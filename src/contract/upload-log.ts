/** The public log of list versions: signed commitments that say nothing of what is in a list until they are opened. */
import * as v from 'valibot';
import { Base64Url, KeyId, Sha256, Timestamp } from './primitives.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ListLogEntrySchema = v.object({
	/** From 1, without gaps. */
	seq: Count,
	at: Timestamp,
	list: v.string(),
	version: Count,
	/** Merkle root over the salted changes of this version. */
	root: Sha256,
	/** `hash` of the entry before; 64 zeros for the first. */
	previous: Sha256,
	/** SHA-256 of `listLogText`. */
	hash: Sha256,
	/** One of the receipt keys that the backend lists. */
	key: KeyId,
	/** Ed25519 over `listLogText`. */
	signature: Base64Url,
});
export type ListLogEntry = v.InferOutput<typeof ListLogEntrySchema>;

export const ListLogSchema = v.object({ entries: v.array(ListLogEntrySchema) });

/** The text that an entry's hash and signature are over. */
export function listLogText(
	entry: Pick<ListLogEntry, 'seq' | 'at' | 'list' | 'version' | 'root' | 'previous'>,
): string {
	const { seq, at, list, version, root, previous } = entry;
	return `wikihaven-list-log-v1\n${seq}\n${at}\n${list}\n${version}\n${root}\n${previous}`;
}
