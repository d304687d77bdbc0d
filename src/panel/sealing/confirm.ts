/** A handler's signed word that a colleague's key or a changed backend origin is genuine. */
import { toBase64Url } from '../../contract/bytes.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { confirmationText, type Confirmation } from '../../domain/keys/model.ts';

export async function confirmSubject(subject: string, keys: HandlerKeys): Promise<Outcome<Confirmation>> {
	if (!(keys.sign instanceof CryptoKey)) return failed('key-not-found');
	const text = new TextEncoder().encode(confirmationText(subject));
	const signature = await crypto.subtle.sign('Ed25519', keys.sign, text);
	return { ok: true, value: { subject, by: keys.public.id, signature: toBase64Url(new Uint8Array(signature)) } };
}
