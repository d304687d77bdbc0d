/** A keeper's outbox that "sends" into the void: what leaves gets a receipt that looks like one. */
import type { OutboxState } from '../../../src/contract/keeper.ts';
import { done, type Outcome } from '../../../src/contract/problem.ts';
import type { Receipt } from '../../../src/contract/receipt.ts';
import type { Vault } from '../../../src/contract/vault.ts';

export async function outboxOf(vault: Vault, offline: boolean): Promise<Outcome<OutboxState[]>> {
	const states: OutboxState[] = [];
	for (const { value: item } of await vault.all('outbox')) {
		if (item.problem) {
			states.push({ id: item.id, state: 'refused', tries: item.tries, problem: item.problem });
		} else if (offline) {
			states.push({ id: item.id, state: 'waiting', tries: 1, problem: 'backend-unreachable' });
		} else {
			const receipt: Receipt = {
				v: 1,
				id: item.id,
				hash: item.report.hash,
				at: '2026-11-22T08:00:00.000Z',
				key: '0123456789abcdef',
				signature: 'AAAA',
			};
			const report = await vault.get('reports', item.id);
			if (report) await vault.put('reports', item.id, { ...report, receipt });
			await vault.drop('outbox', item.id);
			states.push({ id: item.id, state: 'sent', tries: 1, receipt });
		}
	}
	return done(states);
}
