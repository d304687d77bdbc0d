/** Seals a report and hands it over: into the vault first, then to the keeper, which sends it now or later. */
import { randomText } from '../../../contract/bytes.ts';
import type { ConfigView, OutboxState, Recipients } from '../../../contract/keeper.ts';
import { failed, type Outcome } from '../../../contract/problem.ts';
import type { Evidence } from '../../../contract/evidence.ts';
import type { ReportBody } from '../../../contract/report.ts';
import type { Draft } from '../../../contract/vault.ts';
import { kindOf } from '../../../domain/report/kinds.ts';
import type { PanelServices } from '../../services.ts';
import type { Extra } from './tray/extra.ts';

export interface Ready {
	readonly draft: Draft;
	readonly evidence: Evidence;
	readonly extra: Extra;
	readonly view: ConfigView;
	readonly recipients: Recipients;
	readonly named: string[];
	readonly reporter: ReportBody['reporter'];
	readonly language: string;
}

/** The report's text as it will be sealed; its recipients are added with the sealing. */
export function bodyOf(ready: Ready, id: string, at: string): Omit<ReportBody, 'recipients'> | null {
	const kind = kindOf(ready.draft.kind ?? '');
	if (!kind) return null;
	const { attachments } = ready.extra;
	return {
		v: 1,
		id,
		wiki: ready.draft.target.wiki,
		kind: kind.id,
		clause: kind.clause,
		details: ready.draft.details,
		evidence: [ready.evidence, ...ready.extra.evidence],
		...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
		named: ready.named,
		reporter: ready.reporter,
		language: ready.language,
		at,
		configRevision: ready.recipients.configRevision,
	};
}

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

/** Answers once the report is safe on this device; whether it is sent yet is in the state. */
export async function send(
	services: PanelServices,
	ready: Ready,
	write: (draft: Draft) => Promise<void>,
): Promise<Outcome<OutboxState>> {
	const id = randomText(16);
	const secret = randomText(32);
	const at = new Date().toISOString();
	const body = bodyOf(ready, id, at);
	if (!body) return failed('unknown-clause');
	const { sealReport } = await import('../../sealing/seal-report.ts');
	const sealed = await sealReport(body, ready.recipients.recipients);
	if (!sealed.ok) return sealed;
	const { origin } = ready.view;
	const { vault } = services;
	const { wiki, kind } = body;
	try {
		await vault.put('reports', id, { id, origin, wiki, secret, kind, subject: ready.draft.target.author, at });
		await write({ ...ready.draft, evidence: ready.evidence, sentAs: id });
		// Last, for from here on it is sent.
		await vault.put('outbox', id, { id, origin, secret, report: sealed.value, at, tries: 0, notBefore: 0 });
		return { ok: true, value: await stateOf(services, id) };
	} catch {
		return failed('storage-failed');
	}
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
