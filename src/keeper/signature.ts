/** Whether an Ed25519 signature is genuine; anything that is no key or no signature makes it not. */
import { fromBase64Url } from '../contract/bytes.ts';

/** RFC 8032; `key` (32 bytes) and `signature` (64 bytes) in base64url. */
export async function isSignedBy(key: string, signature: string, text: string): Promise<boolean> {
	try {
		const verifier = await crypto.subtle.importKey('raw', fromBase64Url(key), 'Ed25519', false, ['verify']);
		return await crypto.subtle.verify('Ed25519', verifier, fromBase64Url(signature), new TextEncoder().encode(text));
	} catch {
		return false;
	}
}
