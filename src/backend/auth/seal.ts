/** Secrets that clients hold: how they are stored hashed, and how a person's name is sealed under one. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What the store keeps of a secret: SHA-256, base64url. Secrets have 256 bits, so nothing slower is needed. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}

/** 32 random bytes, base64url: tokens, one-time codes, states. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'wikihaven-person-v1', 32));

/** Seals a name under a secret that the store does not have: AES-256-GCM, nonce (12 bytes), tag (16), text. */
export function sealName(secret: string, name: string): Uint8Array {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
	const text = Buffer.concat([cipher.update(name, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Throws when the box is not from `sealName` with the same secret. */
export function openName(secret: string, box: Uint8Array): string {
	const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), box.subarray(0, 12));
	decipher.setAuthTag(box.subarray(12, 28));
	return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8');
}
