/** Messages of a report: kept once each, in the order they came. */
import { createHash } from 'node:crypto';
import type { Reader, Writer } from './open.ts';
import type { MessageTable } from './schema.ts';

export type NewMessage = Omit<MessageTable, 'report' | 'at'>;

/** What one side may write about one report: more than people do, less than a disk holds. Legal steps come on top. */
const mostMessages = 200;
const mostBytes = 24_000_000;
/** There are two decisions and one appeal at most, and nothing that was written before may stop them. */
const steps = ['decision', 'appeal'];

/** What the log says of it. */
export const wordsIn = ({ id, sealed }: NewMessage): { message: string; hash: string } => ({
	message: id,
	hash: createHash('sha256').update(sealed).digest('hex'),
});

export function messagesOf(db: Reader, report: string): Promise<MessageTable[]> {
	return db.selectFrom('report_message').selectAll().where('report', '=', report).orderBy('at').orderBy('id').execute();
}

/** Whether this very message is there; `other` where its id has other bytes or another writer. */
export async function findMessage(
	tx: Reader,
	report: string,
	{ id, sender, kind, sealed }: NewMessage,
): Promise<'none' | 'same' | 'other'> {
	const known = await tx
		.selectFrom('report_message')
		.selectAll()
		.where('report', '=', report)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!known) return 'none';
	const same = known.sender === sender && known.kind === kind && Buffer.from(known.sealed).equals(sealed);
	return same ? 'same' : 'other';
}

/** Keeps a message that is not there yet, and when its side wrote last; false where that side has written too much. */
export async function addMessage(tx: Writer, report: string, message: NewMessage, at: number): Promise<boolean> {
	const { messages, bytes } = await tx
		.selectFrom('report_message')
		.select(({ fn }) => [
			fn.countAll<number>().as('messages'),
			fn.sum<number | null>(fn('length', ['sealed'])).as('bytes'),
		])
		.where('report', '=', report)
		.where('sender', '=', message.sender)
		.executeTakeFirstOrThrow();
	const isFull = messages >= mostMessages || (bytes ?? 0) + message.sealed.length > mostBytes;
	if (isFull && !steps.includes(message.kind)) return false;
	await tx
		.insertInto('report_message')
		.values({ ...message, report, at })
		.execute();
	await tx
		.updateTable('report')
		.set(message.sender === 'reporter' ? { reporter_wrote: at } : { handler_wrote: at })
		.where('id', '=', report)
		.execute();
	return true;
}
