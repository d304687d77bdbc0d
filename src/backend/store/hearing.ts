/** Hearings: opened by a handler, written in by both sides, over when the case is gone. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { HearingMessageTable, HearingTable } from './hearing-tables.ts';
import type { Reader, Writer } from './open.ts';

export type NewHearingMessage = Omit<HearingMessageTable, 'hearing' | 'at'>;

/** What one side may write in one hearing: more than people do, less than a disk holds. Reasons and a contest come on top. */
const mostMessages = 100;
const steps = ['decision', 'appeal'];

export function findHearing(db: Reader, id: string): Promise<HearingTable | undefined> {
	return db.selectFrom('hearing').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Oldest first. */
export function hearingsOf(db: Reader, report: string): Promise<HearingTable[]> {
	return db.selectFrom('hearing').selectAll().where('report', '=', report).orderBy('at').orderBy('id').execute();
}

export function hearingMessages(db: Reader, hearing: string): Promise<HearingMessageTable[]> {
	return db
		.selectFrom('hearing_message')
		.selectAll()
		.where('hearing', '=', hearing)
		.orderBy('at')
		.orderBy('id')
		.execute();
}

/** The same id and bytes again are the same message: `said` is true only for one that was not there. */
export async function say(
	tx: Writer,
	hearing: string,
	message: NewHearingMessage,
	at: number,
): Promise<Outcome<{ said: boolean }>> {
	const all = tx.selectFrom('hearing_message').where('hearing', '=', hearing);
	const known = await all.selectAll().where('id', '=', message.id).executeTakeFirst();
	if (known) {
		const same = known.sender === message.sender && known.kind === message.kind;
		return same && Buffer.from(known.sealed).equals(message.sealed) ? done({ said: false }) : failed('conflict');
	}
	const { messages } = await all
		.select(({ fn }) => fn.countAll<number>().as('messages'))
		.where('sender', '=', message.sender)
		.executeTakeFirstOrThrow();
	if (Number(messages) >= mostMessages && !steps.includes(message.kind)) return failed('too-large');
	const { last } = await all.select(({ fn }) => fn.max('at').as('last')).executeTakeFirstOrThrow();
	await tx
		.insertInto('hearing_message')
		// Two of one millisecond keep their order.
		.values({ ...message, hearing, at: Math.max(at, Number(last ?? 0) + 1) })
		.execute();
	return done({ said: true });
}

/** Opens the channel; the same again is the same. */
export async function openHearing(
	tx: Writer,
	report: { readonly id: string; readonly wiki: string },
	{ id, capability }: { readonly id: string; readonly capability: string },
	at: number,
): Promise<Outcome<null>> {
	const known = await findHearing(tx, id);
	if (known) return known.report === report.id && known.capability === capability ? done(null) : failed('conflict');
	const empty = { over_at: null, reasons_at: null, contested_at: null };
	await tx
		.insertInto('hearing')
		.values({ id, report: report.id, wiki: report.wiki, capability, at, ...empty })
		.execute();
	return done(null);
}

/** Words of the handlers; with reasons the time to contest them begins. */
export async function tell(
	tx: Writer,
	report: string,
	hearing: string,
	message: NewHearingMessage,
	at: number,
): Promise<Outcome<{ said: boolean }>> {
	const row = await findHearing(tx, hearing);
	if (row?.report !== report || row.over_at !== null) return failed('conflict');
	const said = await say(tx, hearing, message, at);
	if (!said.ok) return said;
	if (message.kind === 'decision' && said.value.said) {
		await tx.updateTable('hearing').set({ reasons_at: at }).where('id', '=', hearing).execute();
	}
	return said;
}

/** For whatever makes a case go: what was said is deleted, that there was a hearing stays for who has its code. */
export async function endHearings(tx: Writer, report: string, at: number): Promise<void> {
	const mine = tx.selectFrom('hearing').select('id').where('report', '=', report);
	await tx.deleteFrom('hearing_message').where('hearing', 'in', mine).execute();
	await tx.updateTable('hearing').set({ over_at: at }).where('report', '=', report).execute();
}
