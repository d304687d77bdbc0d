/** One more message about a report, from either side. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { addMessage, findMessage, type NewMessage } from './messages.ts';
import type { Store } from './open.ts';

/** The same id and bytes again are the same message; nobody writes about what was withdrawn. */
export function writeMessage(
	store: Store,
	report: string,
	message: NewMessage,
	at: number,
): Promise<Outcome<Record<never, never>>> {
	return store.tx(async (tx) => {
		const known = await findMessage(tx, report, message);
		if (known !== 'none') return known === 'same' ? done({}) : failed('conflict');
		const row = await tx.selectFrom('report').select('state').where('id', '=', report).executeTakeFirst();
		if (!row || row.state === 'withdrawn') return failed('conflict');
		return (await addMessage(tx, report, message, at)) ? done({}) : failed('too-large');
	});
}
