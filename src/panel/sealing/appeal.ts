/** An appeal: its words to the report's own key, and that key to the handlers who look again, a box for each. */
import type { MessageBody } from '../../contract/follow.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { ReportBody, SealedReport } from '../../contract/report.ts';
import { sealMessage } from './message.ts';
import { sealGrants, type Recipient } from './grants.ts';

export interface SealedAppeal {
	readonly message: string;
	readonly sealed: string;
	readonly grants: SealedReport['grants'];
}

/** `secret`: AGE-SECRET-KEY of the report. */
export async function sealAppeal(
	message: MessageBody,
	report: ReportBody,
	secret: string,
	recipients: readonly Recipient[],
): Promise<Outcome<SealedAppeal>> {
	if (message.report !== report.id || message.kind !== 'appeal') return failed('bad-input');
	const grants = await sealGrants(report, secret, recipients);
	if (!grants.ok) return grants;
	const sealed = await sealMessage(message, secret);
	if (!sealed.ok) return sealed;
	return { ok: true, value: { message: message.id, sealed: sealed.value, grants: grants.value } };
}
