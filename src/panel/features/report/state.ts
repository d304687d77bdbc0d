/** What became of a report that was handed over: as the vault knows it, or asked anew. */
import type { OutboxState } from '../../../contract/keeper.ts';
import type { Draft } from '../../../contract/vault.ts';
import type { PanelServices } from '../../services.ts';

/** What the vault knows of a report; null where a crash came before it was in the outbox, so that it was never sent. */
export async function keptState({ vault }: PanelServices, id: string): Promise<OutboxState | null> {
	// In this order: the receipt is there before the outbox row goes.
	const item = await vault.get('outbox', id);
	const report = await vault.get('reports', id);
	if (report?.receipt) return { id, state: 'sent', tries: 0, receipt: report.receipt };
	if (!item) return null;
	const { tries, problem } = item;
	return problem ? { id, state: 'refused', tries, problem } : { id, state: 'waiting', tries };
}

/** What became of a report that is in the outbox; `now` tries it again without waiting out the pause after a failure. */
export async function stateOf(services: PanelServices, id: string, now = false): Promise<OutboxState> {
	const flushed = await services.keeper.call('flush', { now });
	const state = flushed.ok ? flushed.value.find((one) => one.id === id) : undefined;
	if (state) return state;
	// Sent by somebody else in the meantime, or the keeper could not be asked: the vault knows.
	const kept = (await keptState(services, id)) ?? { id, state: 'waiting', tries: 0 };
	return flushed.ok || kept.state !== 'waiting' ? kept : { ...kept, problem: flushed.problem };
}

/** A report refused for good is given back to be changed: its rows go, its words stay in the draft. */
export async function takeBack(
	services: PanelServices,
	write: (draft: Draft) => Promise<void>,
	draft: Draft,
	id: string,
): Promise<void> {
	const { sentAs: _, ...words } = draft;
	await write(words);
	await services.vault.drop('outbox', id);
	await services.vault.drop('reports', id);
}
