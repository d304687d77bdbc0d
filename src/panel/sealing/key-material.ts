/** From one AGE-SECRET-KEY to a handler's two keys, so that one backup restores both. */
import { identityToRecipient } from 'age-encryption';
import { keyIdOf } from '../../contract/bytes.ts';
import type { HandlerKeys } from '../../contract/vault.ts';

/** PKCS #8 wrapping of a raw X25519 and Ed25519 private key: RFC 8410, section 7. */
const x25519Head = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32);
const ed25519Head = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

const bech32Letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** The 32 bytes of an AGE-SECRET-KEY-1…, whose checksum somebody else has checked (bech32: BIP 173). */
function scalarOf(secret: string): Uint8Array<ArrayBuffer> {
	const data = secret.toLowerCase().slice(secret.lastIndexOf('1') + 1, -6);
	const bytes: number[] = [];
	let value = 0;
	let bits = 0;
	for (const letter of data) {
		value = ((value << 5) | bech32Letters.indexOf(letter)) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((value >> bits) & 0xff);
	}
	return Uint8Array.from(bytes);
}

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from([...head, ...tail]);

/** The 32 bytes of an X25519 scalar as a key that age takes, not extractable. */
export const ageKeyOf = (scalar: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
	crypto.subtle.importKey('pkcs8', joined(x25519Head, scalar), 'X25519', false, ['deriveBits']);

/** The signing seed by HKDF-SHA256 (RFC 5869), so that neither key can stand in for the other. */
async function signingSeed(scalar: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	const material = await crypto.subtle.importKey('raw', scalar, 'HKDF', false, ['deriveBits']);
	const info = new TextEncoder().encode('wikihaven-sign-v1');
	const bits = await crypto.subtle.deriveBits(
		{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
		material,
		256,
	);
	return new Uint8Array(bits);
}

/** Both keys, none of them extractable. Throws on a text that is no valid AGE-SECRET-KEY. */
export async function handlerKeysOf(secret: string): Promise<HandlerKeys> {
	const age = await identityToRecipient(secret);
	const scalar = scalarOf(secret);
	const ageKey = await ageKeyOf(scalar);
	const pkcs8 = joined(ed25519Head, await signingSeed(scalar));
	// WebCrypto tells the public half only of a key it may export.
	const open = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
	const { x = '' } = await crypto.subtle.exportKey('jwk', open);
	const sign = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
	return { public: { id: await keyIdOf(age), age, sign: x }, age: ageKey, sign };
}
