/** One more message of a reporter. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { appendService, type EventSigner } from './log.ts';
import { addMessage, findMessage, wordsIn, type NewMessage } from './messages.ts';
import type { Store } from './open.ts';

/** The same id and bytes again are the same message; nobody writes about what was withdrawn or erased. */
export function writeMessage(
	store: Store,
	signer: EventSigner,
	report: string,
	message: NewMessage,
	at: number,
): Promise<Outcome<Record<never, never>>> {
	return store.tx(async (tx) => {
		const known = await findMessage(tx, report, message);
		if (known !== 'none') return known === 'same' ? done({}) : failed('conflict');
		const row = await tx
			.selectFrom('report')
			.select(['state', 'erased_at'])
			.where('id', '=', report)
			.executeTakeFirst();
		if (!row || row.state === 'withdrawn' || row.erased_at !== null) return failed('conflict');
		if (!(await addMessage(tx, report, message, at))) return failed('too-large');
		await appendService(tx, signer, report, { kind: 'wrote', data: wordsIn(message) }, at);
		return done({});
	});
}
