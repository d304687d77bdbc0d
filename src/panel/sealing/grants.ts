/** Grants: the report's own key and one line for the queue, sealed to each recipient in a box of their own. */
import { Encrypter } from 'age-encryption';
import { keyIdOf, sha256, toBase64, toHex } from '../../contract/bytes.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { GrantBody, ReportBody, SealedReport } from '../../contract/report.ts';
import { draftKey } from '../../contract/vault.ts';
import { canonicalName } from '../../domain/people/names.ts';
import { peopleIn } from '../../domain/people/pair.ts';
import { paddedJson } from './pad.ts';

/** A grant of an ordinary report fills one step, so the box tells nothing of the names in it. */
const step = 1024;

export interface Recipient {
	readonly name: string;
	readonly key: { readonly id: string; readonly age: string };
}

/** Nobody receives what names or excludes them, however it is spelled, and a key id must be that of its key: whoever made the list. */
export async function fits(
	recipients: readonly Recipient[],
	{ named, excluded = [] }: Pick<ReportBody, 'named' | 'excluded'>,
): Promise<boolean> {
	const ids = await Promise.all(recipients.map(({ key }) => keyIdOf(key.age)));
	const out = new Set([...named, ...excluded].map(canonicalName));
	return recipients.every(
		({ name, key }, at) => key.id === ids[at] && !peopleIn(name).some((one) => out.has(canonicalName(one))),
	);
}

/** A grant for one recipient, base64. `age`: age1… */
export async function sealGrant(grant: GrantBody, age: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(age);
	return toBase64(await encrypter.encrypt(paddedJson(grant, step)));
}

/** `secret`: AGE-SECRET-KEY of the report. By key id, for the order of a roster says who is first in a team. */
export async function sealGrants(
	report: Omit<ReportBody, 'recipients'>,
	secret: string,
	recipients: readonly Recipient[],
): Promise<Outcome<SealedReport['grants']>> {
	if (recipients.length === 0) return failed('no-recipients');
	if (!(await fits(recipients, report))) return failed('wrong-recipients');
	const target = report.evidence[0]?.target;
	const grant: GrantBody = {
		v: 1,
		report: report.id,
		secret,
		summary: {
			kind: report.kind,
			clause: report.clause,
			subject: target?.author ?? null,
			page: target?.page ?? null,
			at: report.at,
			reporter: report.reporter.user,
			about: toHex(await sha256(target ? draftKey(target) : report.id)),
		},
	};
	const grants = await Promise.all(
		recipients.map(async ({ key }) => ({ key: key.id, box: await sealGrant(grant, key.age) })),
	);
	return { ok: true, value: grants.sort((one, two) => (one.key < two.key ? -1 : 1)) };
}
