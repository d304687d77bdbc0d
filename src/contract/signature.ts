/** Whether an Ed25519 signature is genuine; anything that is no key or no signature makes it not. */
import { fromBase64Url } from './bytes.ts';

const importKey = (key: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);

/** RFC 8032; `key` (32 bytes) and `signature` (64 bytes) in base64url. */
export async function isSignedBy(key: string, signature: string, text: string): Promise<boolean> {
	try {
		const verifier = await importKey(fromBase64Url(key));
		return await crypto.subtle.verify('Ed25519', verifier, fromBase64Url(signature), new TextEncoder().encode(text));
	} catch {
		return false;
	}
}

/** Whether this browser knows Ed25519 at all: Chromium does from 137 on, Firefox from 129, Safari from 17. */
export async function canVerify(): Promise<boolean> {
	try {
		// RFC 8032 section 7.1, test 1.
		await importKey(fromBase64Url('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'));
		return true;
	} catch {
		return false;
	}
}
