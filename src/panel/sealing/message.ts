/** Messages between a reporter, or the person heard, and the handlers: age files to a key that both sides hold. */
import { Encrypter, identityToRecipient } from 'age-encryption';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../contract/bytes.ts';
import { MessageBodySchema, type MessageBody, type MessageKind, type StoredMessage } from '../../contract/follow.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import { openJson } from './open-report.ts';
import { longestBody, paddedJson } from './pad.ts';

/** An ordinary message fills one step, so that its length tells nothing of it. */
const step = 2048;

/** AGE-SECRET-KEY of a report, or the X25519 key of a hearing. */
export type TalkKey = string | CryptoKey;

/** The sealed message in base64. */
export async function sealMessage(body: MessageBody, secret: TalkKey): Promise<Outcome<string>> {
	const plain = paddedJson(body, step);
	if (plain.length > longestBody) return failed('too-large');
	const encrypter = new Encrypter();
	encrypter.addRecipient(await identityToRecipient(secret));
	return { ok: true, value: toBase64(await encrypter.encrypt(plain)) };
}

/** Those that only one side writes. */
const writers: Partial<Record<MessageKind, StoredMessage['from']>> = {
	evidence: 'reporter',
	appeal: 'reporter',
	decision: 'handler',
};

/** null for what is not sealed to this report, or was put here from another place of it, or under the other side's name. */
export async function openMessage(stored: StoredMessage, report: string, secret: TalkKey): Promise<MessageBody | null> {
	const parsed = v.safeParse(MessageBodySchema, await openJson(secret, fromBase64(stored.sealed)));
	if (!parsed.success) return null;
	const { output } = parsed;
	const { id, kind, from } = output;
	const isInPlace = output.report === report && id === stored.id && kind === stored.kind && from === stored.from;
	return isInPlace && (writers[kind] ?? from) === from ? output : null;
}
