/** Seals a report: its text to a key of its own, that key to each recipient in a box of their own. */
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keyIdOf, sha256, toBase64, toHex } from '../../contract/bytes.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { GrantBody, ReportBody, SealedReport } from '../../contract/report.ts';
import { sectionOf } from '../../domain/conduct/clauses.ts';
import { kindOf } from '../../domain/report/kinds.ts';
import { longestBody, paddedJson } from './pad.ts';

/** A grant of an ordinary report fills one step, so the box tells nothing of the names in it. */
const grantStep = 1024;
const bodyStep = 2048;

async function sealTo(recipient: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return Uint8Array.from(await encrypter.encrypt(plain));
}

export interface Recipient {
	readonly name: string;
	readonly key: { readonly id: string; readonly age: string };
}

/** Nobody receives what names them, and a key id must be that of its key: whoever made the list. */
async function fits(recipients: readonly Recipient[], named: readonly string[]): Promise<boolean> {
	const ids = await Promise.all(recipients.map(({ key }) => keyIdOf(key.age)));
	return recipients.every(({ name, key }, at) => key.id === ids[at] && !named.includes(name));
}

/** `body.recipients` is written here from `recipients`, so that the two cannot differ. */
export async function sealReport(
	draft: Omit<ReportBody, 'recipients'>,
	recipients: readonly Recipient[],
): Promise<Outcome<SealedReport>> {
	const kind = kindOf(draft.kind);
	if (!kind) return failed('unknown-clause');
	if (recipients.length === 0) return failed('no-recipients');
	if (!(await fits(recipients, draft.named))) return failed('wrong-recipients');
	const body: ReportBody = { ...draft, recipients: recipients.map(({ name, key }) => ({ name, key: key.id })) };
	const text = paddedJson(body, bodyStep);
	if (text.length > longestBody) return failed('too-large');
	const secret = await generateX25519Identity();
	const sealed = await sealTo(await identityToRecipient(secret), text);
	const target = draft.evidence[0]?.target;
	const grant: GrantBody = {
		v: 1,
		secret,
		summary: {
			kind: draft.kind,
			clause: draft.clause,
			subject: target?.author ?? null,
			page: target?.page ?? null,
			at: draft.at,
		},
	};
	const plain = paddedJson(grant, grantStep);
	const grants = await Promise.all(
		recipients.map(async ({ key }) => ({ key: key.id, box: toBase64(await sealTo(key.age, plain)) })),
	);
	return {
		ok: true,
		value: {
			v: 1,
			wiki: draft.wiki,
			route: kind.route,
			section: sectionOf(kind.clause),
			sealed: toBase64(sealed),
			hash: toHex(await sha256(sealed)),
			// By key id: the order of a roster says who is first in a team.
			grants: grants.sort((one, two) => (one.key < two.key ? -1 : 1)),
		},
	};
}
