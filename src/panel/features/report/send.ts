/** Seals a report and hands it over: into the vault first, then to the keeper, which sends it now or later. */
import { toBase64Url } from '../../../contract/bytes.ts';
import type { OutboxState } from '../../../contract/keeper.ts';
import { failed, type Outcome } from '../../../contract/problem.ts';
import { codeBytes, keysOfCode } from '../../../contract/return-code.ts';
import { draftKey, type Draft } from '../../../contract/vault.ts';
import { sealReport } from '../../sealing/seal-report.ts';
import type { PanelServices } from '../../services.ts';
import { bodyOf, type Ready } from './body.ts';
import { signerOf } from './signer.ts';
import { stateOf } from './state.ts';

/** Answers once the report is safe on this device; whether it is sent yet is in the state. */
export async function send(
	services: PanelServices,
	ready: Ready,
	write: (draft: Draft) => Promise<void>,
): Promise<Outcome<OutboxState>> {
	const code = crypto.getRandomValues(new Uint8Array(codeBytes));
	const { id, secret, follow } = await keysOfCode(code);
	const at = new Date().toISOString();
	const signer = await signerOf(services, ready, id);
	if (!signer.ok) return signer;
	const { reporter, identity } = signer.value;
	const body = bodyOf(ready, id, at, reporter);
	if (!body) return failed('unknown-clause');
	const sealed = await sealReport(body, ready.recipients.recipients, follow);
	if (!sealed.ok) return sealed;
	const { origin } = ready.view;
	const { vault } = services;
	const { target } = ready.draft;
	const { wiki, kind } = body;
	const report = { ...sealed.value, ...(identity ? { identity } : {}) };
	// Signed-in people's tokens say that somebody with an account sends it, not who; work says that nobody needs one.
	const wants = body.reporter.mode !== 'anonymous' || sealed.value.route === 'threat' ? 'token' : 'work';
	try {
		const row = { id, origin, wiki, secret, code: toBase64Url(code), kind, subject: target.author };
		await vault.put('reports', id, { ...row, about: draftKey(target), at });
		await write({ ...ready.draft, evidence: ready.evidence, sentAs: id });
		// Last, for from here on it is sent.
		await vault.put('outbox', id, { id, origin, secret, report, wants, at, tries: 0, notBefore: 0 });
		return { ok: true, value: await stateOf(services, id) };
	} catch {
		return failed('storage-failed');
	}
}
