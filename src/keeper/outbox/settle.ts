/** What is left in the vault of a try to send a report: its receipt, or when to try again. */
import type { OutboxState } from '../../contract/keeper.ts';
import type { ProblemKey } from '../../contract/problem.ts';
import type { Receipt } from '../../contract/receipt.ts';
import type { OutboxItem, SentReport } from '../../contract/vault.ts';
import { kinds } from '../../domain/report/kinds.ts';
import { sectionOf } from '../../domain/conduct/clauses.ts';
import type { KeeperServices } from '../services.ts';
import { markUsed } from '../trust/used.ts';
import { isRefusal, waitAfter } from './retry.ts';

/** What is known of a report whose own row was lost: its kind only as far as its route and section tell. */
function rowFor({ id, origin, secret, at, report }: OutboxItem): SentReport {
	const kind = kinds.find(({ route, clause }) => route === report.route && sectionOf(clause) === report.section);
	return { id, origin, wiki: report.wiki, secret, kind: kind?.id ?? 'other', subject: null, at };
}

/** First the receipt, then the outbox: killed in between, the report is sent again and gives the same receipt. */
export async function settle({ vault }: KeeperServices, item: OutboxItem, receipt: Receipt): Promise<OutboxState> {
	const row = (await vault.get('reports', item.id)) ?? rowFor(item);
	await vault.put('reports', item.id, { ...row, receipt });
	await markUsed({ vault }, { wiki: item.report.wiki, origin: item.origin }, item.report.grants);
	await vault.drop('outbox', item.id);
	return { id: item.id, state: 'sent', tries: item.tries + 1, receipt };
}

export function stateOf({ id, tries, problem }: OutboxItem): OutboxState {
	return problem === undefined ? { id, state: 'waiting', tries } : { id, state: 'refused', tries, problem };
}

/** Counts a failed try: later again, or never where the backend refused the report itself. */
export async function putOff(
	{ vault, now }: KeeperServices,
	id: string,
	problem: ProblemKey,
): Promise<OutboxState | undefined> {
	const [chance = 0] = crypto.getRandomValues(new Uint8Array(1));
	const changed = await vault.update('outbox', id, (old) => {
		if (!old) return undefined;
		const tries = old.tries + 1;
		const notBefore = now() + waitAfter(tries, chance / 255);
		return { ...old, tries, notBefore, ...(isRefusal(problem) ? { problem } : {}) };
	});
	return changed && { ...stateOf(changed), problem };
}
