/** Matches: one a class and file, with everything that hit it; made here, and from then on moved by people alone. */
import { randomBytes } from 'node:crypto';
import type { ClosedClassId } from '../../domain/upload/classes.ts';
import type { Reader, Store, Writer } from './open.ts';
import type { UploadHitTable, UploadMatchTable } from './upload-tables.ts';

export type Hit = Omit<UploadHitTable, 'match'> & { readonly class: ClosedClassId };

export interface Matched {
	readonly wiki: string;
	readonly sha1: string;
	/** Null while the file is not published: then it is a hint, under the tag of its submission. */
	readonly title: string | null;
	readonly tag: string | null;
	readonly now: number;
}

function rowOf(tx: Writer, id: ClosedClassId, { wiki, sha1 }: Matched): Promise<UploadMatchTable | undefined> {
	const rows = tx.selectFrom('upload_match').selectAll().where('class', '=', id).where('wiki', '=', wiki);
	return rows.where('sha1', '=', sha1).executeTakeFirst();
}

async function makeMatch(tx: Writer, id: ClosedClassId, { now, ...file }: Matched): Promise<string> {
	const made = randomBytes(16).toString('base64url');
	const state = file.title === null ? 'hint' : 'waiting';
	const row = { id: made, class: id, ...file, state, at: now, decided: null, alerted: 0 };
	await tx.insertInto('upload_match').values(row).execute();
	return made;
}

/** Adds hits; answers how many are new. */
async function addHits(tx: Writer, match: string, hits: readonly Hit[]): Promise<number> {
	let added = 0;
	for (const { class: _, ...hit } of hits) {
		const done = await tx
			.insertInto('upload_hit')
			.values({ match, ...hit })
			.onConflict((conflict) => conflict.columns(['match', 'list', 'n']).doNothing())
			.returning('n')
			.execute();
		added += done.length;
	}
	return added;
}

async function recordClass(tx: Writer, id: ClosedClassId, file: Matched, hits: readonly Hit[]): Promise<void> {
	const known = await rowOf(tx, id, file);
	// What is published is known better than by a client.
	if (known && file.title === null) return;
	if (known?.state === 'hint') await tx.deleteFrom('upload_hit').where('match', '=', known.id).execute();
	const match = known?.id ?? (await makeMatch(tx, id, file));
	const added = await addHits(tx, match, hits);
	const change = tx.updateTable('upload_match').where('id', '=', match);
	if (known?.state === 'hint') await change.set({ state: 'waiting', title: file.title, tag: null }).execute();
	// Something new is known of a file that somebody has let pass: it is for a person again.
	if (known?.state === 'not-a-match' && added > 0) {
		await change.set({ state: 'waiting', decided: null, at: file.now, alerted: 0 }).execute();
	}
}

/** Records what hit a file, class by class. */
export async function recordHits(tx: Writer, file: Matched, hits: readonly Hit[]): Promise<void> {
	for (const id of new Set(hits.map((hit) => hit.class))) {
		const own = hits.filter((hit) => hit.class === id);
		await recordClass(tx, id, file, own);
	}
}

export async function deleteMatches(tx: Writer, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	for (const table of ['upload_hit', 'upload_act', 'upload_preserved', 'upload_report'] as const) {
		await tx.deleteFrom(table).where('match', 'in', ids).execute();
	}
	await tx.deleteFrom('upload_match').where('id', 'in', ids).execute();
}

/** Takes back the hints about a file that its own hashes do not bear out: some client said what is not so. */
export async function dropHints(tx: Writer, { wiki, sha1 }: Matched, but: readonly Hit[]): Promise<void> {
	const rows = await tx
		.selectFrom('upload_match')
		.select(['id', 'class'])
		.where('wiki', '=', wiki)
		.where('sha1', '=', sha1)
		.where('state', '=', 'hint')
		.execute();
	const stay = new Set<string>(but.map((hit) => hit.class));
	await deleteMatches(
		tx,
		rows.filter((row) => !stay.has(row.class)).map((row) => row.id),
	);
}

/** Takes back hints of before a time: the upload was never made. */
export async function dropOldHints(store: Store, before: number): Promise<void> {
	await store.tx(async (tx) => {
		const rows = tx.selectFrom('upload_match').select('id').where('state', '=', 'hint').where('at', '<', before);
		await deleteMatches(
			tx,
			(await rows.execute()).map((row) => row.id),
		);
	});
}

/** Matches that the duty rota has not been told of. */
export async function untold(db: Reader): Promise<string[]> {
	const rows = await db.selectFrom('upload_match').select('id').where('alerted', '=', 0).limit(500).execute();
	return rows.map((row) => row.id);
}

export async function markTold(store: Store, ids: readonly string[]): Promise<void> {
	await store.tx((tx) => tx.updateTable('upload_match').set({ alerted: 1 }).where('id', 'in', ids).execute());
}
