/** Commits to what changed in a list before any of it is matched: one signed entry of the public log a version. */
import { createHash, randomBytes } from 'node:crypto';
import { listLogText } from '../../../contract/upload-log.ts';
import type { ReceiptSigner } from '../../receipts.ts';
import type { Store } from '../../store/open.ts';
import { changesOf, type StampedChange } from '../../store/upload-changes.ts';
import { listRow } from '../../store/upload-lists.ts';
import { append, newestLogged } from '../../store/upload-log.ts';
import type { ListConfig } from '../config.ts';
import { leafHash, leafSalt, leafText, MerkleTree } from './merkle.ts';

const pageSize = 2_000;

/** What is committed to beside the hashes: nobody can change a threshold unseen either. */
export function settingsOf(list: ListConfig): string {
	return [list.class, list.threshold, list.agreement ?? '', list.wiki ?? ''].join('\n');
}

/** Leaves of a version with stamps in (from, to], the settings first; as an auditor recomputes them. */
export async function* leavesOf(
	store: Pick<Store, 'db'>,
	list: string,
	version: {
		readonly salt: Uint8Array;
		readonly settings: string;
		readonly from_stamp: number;
		readonly to_stamp: number;
	},
): AsyncGenerator<{
	readonly leaf: Buffer;
	readonly salt: Buffer;
	readonly text: string;
	readonly change?: StampedChange;
}> {
	const opened = (stamp: number, text: string) => {
		const salt = leafSalt(version.salt, stamp);
		return { leaf: leafHash(salt, text), salt, text };
	};
	yield opened(version.from_stamp, `settings\n${version.settings}`);
	for (let at = version.from_stamp; at < version.to_stamp;) {
		const { changes, last } = await changesOf(store.db, list, at, version.to_stamp, pageSize);
		for (const change of changes) yield { ...opened(change.stamp, leafText(change)), change };
		at = last;
		// The commit of a long list must not keep requests waiting.
		await new Promise((next) => setImmediate(next));
	}
}

/** Logs what is not logged yet; true where there was something. One at a time: the caller sees to that. */
export async function commit(store: Store, list: ListConfig, receipts: ReceiptSigner, now: number): Promise<boolean> {
	const row = await listRow(store.db, list.id);
	const settings = settingsOf(list);
	if (!row || (row.logged === row.stamp && row.settings === settings)) return false;
	const version = { salt: randomBytes(32), settings, from_stamp: row.logged, to_stamp: row.stamp };
	const tree = new MerkleTree();
	for await (const { leaf } of leavesOf(store, list.id, version)) tree.add(leaf);
	await appendVersion(store, list.id, row.version + 1, tree.root(), version, receipts, now);
	return true;
}

interface Version {
	readonly salt: Uint8Array;
	readonly settings: string;
	readonly from_stamp: number;
	readonly to_stamp: number;
}

export async function appendVersion(
	store: Store,
	list: string,
	version: number,
	root: string,
	rest: Version,
	receipts: ReceiptSigner,
	now: number,
): Promise<void> {
	await store.tx(async (tx) => {
		const before = await newestLogged(tx);
		const entry = { seq: (before?.seq ?? 0) + 1, list, version, root, previous: before?.hash ?? '0'.repeat(64) };
		const text = listLogText({ ...entry, at: new Date(now).toISOString() });
		const hash = createHash('sha256').update(text).digest('hex');
		const signature = receipts.signText(text);
		await append(tx, { ...entry, at: now, hash, signature, key: receipts.key, ...rest });
	});
}
