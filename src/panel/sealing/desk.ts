/** What handlers write for handlers alone: sealed to a key that no reporter holds. Nothing here takes or gives a message. */
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../contract/bytes.ts';
import { DeskBodySchema, type DeskBody } from '../../contract/desk.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { openJson } from './open-report.ts';
import { longestBody, paddedJson } from './pad.ts';

/** An ordinary note fills one step, so that its length tells nothing of it. */
const step = 2048;

const BoxSchema = v.object({
	v: v.literal(1),
	desk: v.literal('key'),
	report: v.string(),
	/** AGE-SECRET-KEY that notes of this report are sealed to. */
	secret: v.string(),
});

async function seal(recipient: string, plain: string | Uint8Array): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return toBase64(await encrypter.encrypt(plain));
}

export const newDeskKey = (): Promise<string> => generateX25519Identity();

/** The handlers' own key of a report for one handler's key. `age`: age1… */
export const sealDeskKey = (report: string, secret: string, age: string): Promise<string> =>
	seal(age, JSON.stringify({ v: 1, desk: 'key', report, secret } satisfies v.InferInput<typeof BoxSchema>));

/** null for a box that this key does not open, or of another report. */
export async function openDeskKey(report: string, box: string, keys: HandlerKeys): Promise<string | null> {
	if (!(keys.age instanceof CryptoKey)) return null;
	const parsed = v.safeParse(BoxSchema, await openJson(keys.age, fromBase64(box)));
	return parsed.success && parsed.output.report === report ? parsed.output.secret : null;
}

/** `secret`: the handlers' own key of the report. */
export async function sealDesk(body: DeskBody, secret: string): Promise<Outcome<string>> {
	const plain = paddedJson(body, step);
	if (plain.length > longestBody) return failed('too-large');
	return { ok: true, value: await seal(await identityToRecipient(secret), plain) };
}

/** null for what was not sealed to this key, or belongs to another report. */
export async function openDesk(sealed: string, report: string, secret: string): Promise<DeskBody | null> {
	const parsed = v.safeParse(DeskBodySchema, await openJson(secret, fromBase64(sealed)));
	return parsed.success && parsed.output.report === report ? parsed.output : null;
}
