/** One RSA key that tokens are signed with: blind signatures and their check, RFC 9474 (RSABSSA-SHA384-PSS-Randomized). */
import {
	constants,
	createHash,
	createPublicKey,
	privateDecrypt,
	publicEncrypt,
	verify,
	type KeyObject,
} from 'node:crypto';

export interface TokenKey {
	/** First 16 hex digits of SHA-256 over `spki`. */
	readonly id: string;
	/** DER of the public key, base64url. */
	readonly spki: string;
	/** Section 4.3, BlindSign. Null for a number that is not below the modulus. */
	blindSign(blinded: Uint8Array): Buffer | null;
	/** Section 4.5, Verify. */
	verifies(message: Uint8Array, signature: Uint8Array): boolean;
}

const padding = constants.RSA_NO_PADDING;

/** Of any size; OpenSSL blinds the private operation itself, so that its time tells nothing. */
export function tokenKey(secret: KeyObject): TokenKey {
	const open = createPublicKey(secret);
	const spki = open.export({ type: 'spki', format: 'der' }).toString('base64url');
	return {
		id: createHash('sha256').update(spki).digest('hex').slice(0, 16),
		spki,
		blindSign(blinded) {
			let signature: Buffer;
			try {
				signature = privateDecrypt({ key: secret, padding }, blinded);
			} catch {
				return null;
			}
			// Step 3: a fault in the machine must not give the key away.
			if (!publicEncrypt({ key: open, padding }, signature).equals(blinded)) throw new Error('signing failure');
			return signature;
		},
		verifies: (message, signature) =>
			verify('sha384', message, { key: open, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature),
	};
}
