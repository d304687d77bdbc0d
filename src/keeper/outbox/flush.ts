/** Sends what waits in the outbox, each report exactly once however often it is tried. */
import type { KeeperVerbs, OutboxState } from '../../contract/keeper.ts';
import type { Handlers } from '../../contract/port.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Receipt } from '../../contract/receipt.ts';
import type { OutboxItem } from '../../contract/vault.ts';
import { callBackend } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { withLease } from './lease.ts';
import { faultOf } from './receipts.ts';
import { putOff, settle, stateOf } from './settle.ts';
import { giveStanding, takeStandingBack } from './standing.ts';

type IsDue = (item: OutboxItem) => boolean;

/** How often a right that was refused is replaced before the report waits like any other. */
const rounds = 4;

async function send(services: KeeperServices, item: OutboxItem): Promise<Outcome<Receipt>> {
	const { id, origin, secret, report, standing } = item;
	if (!standing) return failed('work-needed');
	const body = { ...report, standing };
	const sent = await callBackend(services, origin, 'sendReport', { params: { id }, body, secret });
	if (!sent.ok) return sent;
	// A receipt for something else, or signed by somebody else, is no receipt.
	if (sent.value.id !== id || sent.value.hash !== report.hash) return failed('server-error');
	const fault = await faultOf(services, origin, sent.value);
	return fault === null ? sent : failed(fault);
}

/** `again`: with another right the backend might take it at once. */
async function tryOnce(
	services: KeeperServices,
	id: string,
	isDue: IsDue,
	round: number,
): Promise<OutboxState | 'again' | undefined> {
	// Somebody else may have sent it, or the person taken it back, since the list was read.
	const item = await services.vault.get('outbox', id);
	if (!item) return undefined;
	if (!isDue(item)) return stateOf(item);
	const sent = await send(services, item);
	if (sent.ok) return settle(services, item, sent.value);
	if (sent.problem === 'work-needed' || sent.problem === 'token-refused') {
		await takeStandingBack(services, id);
		if (round < rounds) return 'again';
	}
	return putOff(services, id, sent.problem);
}

async function sendItem(services: KeeperServices, id: string, isDue: IsDue): Promise<OutboxState | undefined> {
	for (let round = 1; ; round++) {
		// A lease of its own: working may take as long as sending.
		const given = await withLease(services, `stand ${id}`, () =>
			giveStanding(services, id, isDue, round <= rounds / 2),
		);
		if (!given) return undefined;
		if (!given.ok) return putOff(services, id, given.problem);
		const state = await withLease(services, `send ${id}`, () => tryOnce(services, id, isDue, round));
		if (state !== 'again') return state;
	}
}

export function outboxVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, 'flush'> {
	return {
		async flush({ now }) {
			const isDue: IsDue = ({ problem, notBefore }) =>
				problem === undefined && (now === true || notBefore <= services.now());
			const items = (await services.vault.all('outbox')).map(({ value }) => value);
			const states: OutboxState[] = [];
			for (const item of items.sort((a, b) => a.at.localeCompare(b.at))) {
				const state = isDue(item) ? await sendItem(services, item.id, isDue) : undefined;
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
