/** The person reported asks for another look: once, in time, after reasons; the report is back in review. */
import { createHash } from 'node:crypto';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { mayAppeal } from '../../domain/report/states.ts';
import { findHearing, say } from './hearing.ts';
import type { HearingTable } from './hearing-tables.ts';
import { appendService, type EventSigner } from './log.ts';
import type { Reader, Store } from './open.ts';
import { stateOf } from './reports.ts';

type Contested = Pick<HearingTable, 'over_at' | 'reasons_at' | 'contested_at'>;

export const contestUntil = (reasonsAt: number, appealDays: number): number => reasonsAt + appealDays * 24 * 3_600_000;

/** Why it may not be contested now; null where it may. `state`: of the report. */
export function contestFault(
	hearing: Contested,
	state: ReturnType<typeof stateOf>,
	appealDays: number,
	now: number,
): 'conflict' | 'too-late' | null {
	const { over_at: over, reasons_at: reasons, contested_at: contested } = hearing;
	if (over !== null || reasons === null || !mayAppeal(state, contested !== null)) return 'conflict';
	return now < contestUntil(reasons, appealDays) ? null : 'too-late';
}

export function stateOfReport(db: Reader, id: string): Promise<{ state: string }> {
	return db.selectFrom('report').select('state').where('id', '=', id).executeTakeFirstOrThrow();
}

interface Words {
	readonly id: string;
	readonly sealed: Uint8Array;
}
const wordsOf = (hearing: string, { id, sealed }: Words) => ({
	hearing,
	message: id,
	hash: createHash('sha256').update(sealed).digest('hex'),
});

/** One more message of the person heard. */
export function writeInHearing(
	store: Store,
	signer: EventSigner,
	id: string,
	words: Words,
	at: number,
): Promise<Outcome<Record<never, never>>> {
	return store.tx(async (tx) => {
		const hearing = await findHearing(tx, id);
		if (!hearing || hearing.over_at !== null) return failed('conflict');
		const said = await say(tx, id, { ...words, sender: 'reporter', kind: 'message' }, at);
		if (!said.ok) return said;
		if (said.value.said) {
			await appendService(tx, signer, hearing.report, { kind: 'heard', data: wordsOf(id, words) }, at);
		}
		return done({});
	});
}

/** Whoever decided cannot decide again: `move` knows them. The same words again are the same contest. */
export function contest(
	store: Store,
	signer: EventSigner,
	id: string,
	words: Words,
	appealDays: number,
	at: number,
): Promise<Outcome<null>> {
	return store.tx(async (tx) => {
		const hearing = await findHearing(tx, id);
		if (!hearing || hearing.over_at !== null) return failed('conflict');
		const known = await tx
			.selectFrom('hearing_message')
			.select('id')
			.where('hearing', '=', id)
			.where('id', '=', words.id)
			.executeTakeFirst();
		const message = { ...words, sender: 'reporter', kind: 'appeal' };
		if (known) {
			const said = await say(tx, id, message, at);
			return said.ok ? done(null) : said;
		}
		const fault = contestFault(hearing, stateOf(await stateOfReport(tx, hearing.report)), appealDays, at);
		if (fault) return failed(fault);
		await say(tx, id, message, at);
		await tx.updateTable('hearing').set({ contested_at: at }).where('id', '=', id).execute();
		await tx
			.updateTable('report')
			.set({ state: 'in-review', since: at, contested_at: at })
			.where('id', '=', hearing.report)
			.execute();
		await appendService(tx, signer, hearing.report, { kind: 'contested', data: wordsOf(id, words) }, at);
		return done(null);
	});
}
