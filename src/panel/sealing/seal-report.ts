/** Seals a report: its text to a key of its own, that key to each recipient and to who sends it in a box of their own. */
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sha256, toBase64, toHex } from '../../contract/bytes.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { ReportBody, SealedReport } from '../../contract/report.ts';
import { sectionOf } from '../../domain/conduct/clauses.ts';
import { kindOf } from '../../domain/report/kinds.ts';
import { sealFollow } from './follow.ts';
import { sealGrants, type Recipient } from './grants.ts';
import { longestBody, paddedJson } from './pad.ts';

const step = 2048;

/** `follow`: the 32 bytes of `keysOfCode`. `body.recipients` is written here from `recipients`, so that the two cannot differ. */
export async function sealReport(
	draft: Omit<ReportBody, 'recipients'>,
	recipients: readonly Recipient[],
	follow: Uint8Array<ArrayBuffer>,
): Promise<Outcome<SealedReport>> {
	const kind = kindOf(draft.kind);
	if (!kind) return failed('unknown-clause');
	const secret = await generateX25519Identity();
	const grants = await sealGrants(draft, secret, recipients);
	if (!grants.ok) return grants;
	const body: ReportBody = { ...draft, recipients: recipients.map(({ name, key }) => ({ name, key: key.id })) };
	const text = paddedJson(body, step);
	if (text.length > longestBody) return failed('too-large');
	const encrypter = new Encrypter();
	encrypter.addRecipient(await identityToRecipient(secret));
	const sealed = Uint8Array.from(await encrypter.encrypt(text));
	return {
		ok: true,
		value: {
			v: 1,
			wiki: draft.wiki,
			route: kind.route,
			section: sectionOf(kind.clause),
			sealed: toBase64(sealed),
			hash: toHex(await sha256(sealed)),
			grants: grants.value,
			follow: await sealFollow(secret, follow),
		},
	};
}
