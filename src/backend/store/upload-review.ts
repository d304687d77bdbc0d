/** What reviewers read of matches, and the trace of everything they do. */
import { randomBytes } from 'node:crypto';
import type { ClosedClassId } from '../../domain/upload/classes.ts';
import type { MatchState } from '../../domain/upload/review.ts';
import type { Reader, Store, Writer } from './open.ts';
import type { UploadActTable, UploadMatchTable } from './upload-tables.ts';

export interface MatchPosition {
	readonly at: number;
	readonly id: string;
}

const statesOf = { open: ['hint', 'waiting', 'escalated'], decided: ['confirmed', 'not-a-match'] } as const;

/** At most `limit` matches of a class after a position, oldest first, with how many hits each has and the nearest. */
export async function matchesOf(
	db: Reader,
	id: ClosedClassId,
	states: keyof typeof statesOf,
	after: MatchPosition | null,
	limit: number,
) {
	let query = db
		.selectFrom('upload_match')
		.innerJoin('upload_hit', 'upload_hit.match', 'upload_match.id')
		.select(({ fn }) => [
			'upload_match.id',
			'class',
			'wiki',
			'title',
			'state',
			'at',
			fn.countAll<number>().as('hits'),
			fn.min<number>('distance').as('nearest'),
		])
		.where('class', '=', id)
		.where('state', 'in', statesOf[states])
		.groupBy(['upload_match.id', 'class', 'wiki', 'title', 'state', 'at']);
	if (after) {
		query = query.where((eb) =>
			eb.or([eb('at', '>', after.at), eb.and([eb('at', '=', after.at), eb('upload_match.id', '>', after.id)])]),
		);
	}
	return query.orderBy('at').orderBy('upload_match.id').limit(limit).execute();
}

export function matchRow(db: Reader, id: string): Promise<UploadMatchTable | undefined> {
	return db.selectFrom('upload_match').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The hits of a match with what their lists say of them. */
export function evidenceOf(db: Reader, match: string) {
	return db
		.selectFrom('upload_hit')
		.innerJoin('upload_list', 'upload_list.id', 'upload_hit.list')
		.leftJoin('upload_entry', (join) =>
			join.onRef('upload_entry.list', '=', 'upload_hit.list').onRef('upload_entry.n', '=', 'upload_hit.n'),
		)
		.select(['upload_hit.list', 'upload_hit.kind', 'distance', 'view', 'source', 'label', 'votes_for'])
		.select(['votes_against', 'version'])
		.where('match', '=', match)
		.orderBy('distance')
		.limit(200)
		.execute();
}

export function actsOf(db: Reader, match: string): Promise<UploadActTable[]> {
	return db.selectFrom('upload_act').selectAll().where('match', '=', match).orderBy('at').orderBy('id').execute();
}

/** Keeps what somebody did. */
export async function keepAct(tx: Writer, act: Omit<UploadActTable, 'id'>): Promise<void> {
	const id = randomBytes(16).toString('base64url');
	await tx
		.insertInto('upload_act')
		.values({ id, ...act })
		.execute();
}

/** How often somebody has looked at pictures since a time. */
export async function picturesSeen(db: Reader, who: string, since: number): Promise<number> {
	const row = await db
		.selectFrom('upload_act')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('who', '=', who)
		.where('act', '=', 'look-picture')
		.where('at', '>', since)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/** The preserved file of a match, until its time is over: the jobs delete it a while later. */
export function preservedOf(db: Reader, match: string, now: number) {
	const rows = db.selectFrom('upload_preserved').selectAll().where('match', '=', match);
	return rows.where('until', '>', now).executeTakeFirst();
}

export interface Step {
	readonly match: string;
	readonly from: MatchState;
	readonly to: MatchState;
	readonly at: number;
	readonly acts: readonly Pick<UploadActTable, 'who' | 'act' | 'box'>[];
	/** Together with a confirmation, never after it. */
	readonly preserved: { readonly sealed: Uint8Array; readonly sha256: string; readonly until: number } | null;
}

/** Takes a person's step; false where somebody else has taken one before. */
export function takeStep(store: Store, { match, from, to, at, acts, preserved }: Step): Promise<boolean> {
	return store.tx(async (tx) => {
		const moved = await tx
			.updateTable('upload_match')
			.set({ state: to, decided: to === 'escalated' ? null : at })
			.where('id', '=', match)
			.where('state', '=', from)
			.returning('id')
			.execute();
		if (moved.length === 0) return false;
		if (preserved)
			await tx
				.insertInto('upload_preserved')
				.values({ match, ...preserved })
				.execute();
		for (const act of acts) await keepAct(tx, { match, at, ...act });
		return true;
	});
}
