/** Makes the keys of staff: an age key that reports are sealed to and an Ed25519 key that signs confirmations. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keyIdOf } from '../../contract/bytes.ts';

export interface StaffKeyPair {
	/** For the `staff` list of the backend's configuration. */
	readonly public: { readonly id: string; readonly age: string; readonly sign: string };
	/** AGE-SECRET-KEY-1…, as the `age` command reads it. */
	readonly secret: string;
	/** PKCS8 PEM of the Ed25519 key. */
	readonly signingSecret: string;
}

export async function makeStaffKey(): Promise<StaffKeyPair> {
	const secret = await generateX25519Identity();
	const age = await identityToRecipient(secret);
	const { privateKey } = generateKeyPairSync('ed25519');
	const signingSecret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	const sign = createPrivateKey(signingSecret).export({ format: 'jwk' }).x ?? '';
	return { public: { id: await keyIdOf(age), age, sign }, secret, signingSecret };
}
