/** Sends what waits in the outbox, each report exactly once however often it is tried. */
import type { KeeperVerbs, OutboxState } from '../../contract/keeper.ts';
import type { Handlers } from '../../contract/port.ts';
import { done, type ProblemKey } from '../../contract/problem.ts';
import type { Receipt } from '../../contract/receipt.ts';
import type { OutboxItem, SentReport } from '../../contract/vault.ts';
import { kinds } from '../../domain/report/kinds.ts';
import { sectionOf } from '../../domain/conduct/clauses.ts';
import { callBackend } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { withLease } from './lease.ts';
import { faultOf } from './receipts.ts';
import { isRefusal, waitAfter } from './retry.ts';

/** What is known of a report whose own row was lost: its kind only as far as its route and section tell. */
function rowFor({ id, origin, secret, at, report }: OutboxItem): SentReport {
	const kind = kinds.find(({ route, clause }) => route === report.route && sectionOf(clause) === report.section);
	return { id, origin, wiki: report.wiki, secret, kind: kind?.id ?? 'other', subject: null, at };
}

/** First the receipt, then the outbox: killed in between, the report is sent again and gives the same receipt. */
async function settle({ vault }: KeeperServices, item: OutboxItem, receipt: Receipt): Promise<void> {
	const row = (await vault.get('reports', item.id)) ?? rowFor(item);
	await vault.put('reports', item.id, { ...row, receipt });
	const sent = item.report.grants.map(({ key }) => key);
	for (const name of [item.report.wiki, `staff:${item.origin}`]) {
		await vault.update('pins', name, (pins) => pins && { ...pins, used: [...new Set([...pins.used, ...sent])] });
	}
	await vault.drop('outbox', item.id);
}

type IsDue = (item: OutboxItem) => boolean;

async function tryOnce(services: KeeperServices, { id }: OutboxItem, isDue: IsDue): Promise<OutboxState | undefined> {
	const { vault, now } = services;
	// Somebody else may have sent it, or the person taken it back, since the list was read.
	const item = await vault.get('outbox', id);
	if (!item) return undefined;
	if (!isDue(item)) return stateOf(item);
	const { origin, secret, report } = item;
	const sent = await callBackend(services, origin, 'sendReport', { params: { id }, body: report, secret });
	const receipt = sent.ok ? sent.value : undefined;
	// A receipt for something else, or signed by somebody else, is no receipt.
	const fits = receipt?.id === id && receipt.hash === report.hash;
	const fault = fits ? await faultOf(services, origin, receipt) : 'server-error';
	if (receipt && fault === null) {
		await settle(services, item, receipt);
		return { id, state: 'sent', tries: item.tries + 1, receipt };
	}
	const problem: ProblemKey = sent.ok ? (fault ?? 'server-error') : sent.problem;
	const tries = item.tries + 1;
	const [chance = 0] = crypto.getRandomValues(new Uint8Array(1));
	const changed = await vault.update(
		'outbox',
		id,
		(old) =>
			old && {
				...old,
				tries,
				notBefore: now() + waitAfter(tries, chance / 255),
				...(isRefusal(problem) ? { problem } : {}),
			},
	);
	return changed && { ...stateOf(changed), problem };
}

function stateOf({ id, tries, problem }: OutboxItem): OutboxState {
	return problem === undefined ? { id, state: 'waiting', tries } : { id, state: 'refused', tries, problem };
}

export function outboxVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, 'flush'> {
	return {
		async flush({ now }) {
			const isDue: IsDue = ({ problem, notBefore }) =>
				problem === undefined && (now === true || notBefore <= services.now());
			const items = (await services.vault.all('outbox')).map(({ value }) => value);
			const states: OutboxState[] = [];
			for (const item of items.sort((a, b) => a.at.localeCompare(b.at))) {
				const send = (): Promise<OutboxState | undefined> => tryOnce(services, item, isDue);
				const state = isDue(item) ? await withLease(services, `send ${item.id}`, send) : undefined;
				if (state) states.push(state);
				else {
					const left = await services.vault.get('outbox', item.id);
					if (left) states.push(stateOf(left));
				}
			}
			return done(states);
		},
	};
}
