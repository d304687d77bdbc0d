/** Blind signatures: the RFC's own test vector, and that a token tells nothing of what was signed. */
import { constants, createPrivateKey, createPublicKey, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { tokenKey } from '../../../src/backend/standing/token-key.ts';
import { blind, blindWith, finalize, readTokenKey, type TokenKey } from '../../../src/keeper/standing/blind.ts';
import { rfc9474 } from './rfc9474.ts';

const e = BigInt(65537);
const one = BigInt(1);
const int = (hex: string): bigint => BigInt(`0x${hex}`);
const bytes = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');
const url = (value: bigint): string => {
	const text = value.toString(16);
	return Buffer.from(text.padStart(text.length + (text.length % 2), '0'), 'hex').toString('base64url');
};

function inverseOf(value: bigint, modulus: bigint): bigint {
	const step = (a: bigint, b: bigint): [bigint, bigint] => {
		if (b === BigInt(0)) return [one, BigInt(0)];
		const [x, y] = step(b, a % b);
		return [y, x - (a / b) * y];
	};
	const [x] = step(value, modulus);
	return ((x % modulus) + modulus) % modulus;
}

/** The vector's private key. */
function vectorKey(): KeyObject {
	const [p, q] = [int(rfc9474.p), int(rfc9474.q)];
	const d = inverseOf(e, (p - one) * (q - one));
	const key = { n: p * q, e, d, p, q, dp: d % (p - one), dq: d % (q - one), qi: inverseOf(q, p) };
	const parts = Object.fromEntries(Object.entries(key).map(([name, value]) => [name, url(value)]));
	return createPrivateKey({ key: { kty: 'RSA', ...parts }, format: 'jwk' });
}

async function clientKey(secret: KeyObject): Promise<TokenKey> {
	return readTokenKey(createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64url'));
}

test('RFC 9474, appendix A.1: blinded, signed and finalized as the vector says', async () => {
	const secret = vectorKey();
	const key = await clientKey(secret);
	expect(key).toMatchObject({ n: int(rfc9474.n), e, bytes: 512 });
	const made = await blindWith(key, {
		message: bytes(rfc9474.message),
		salt: bytes(rfc9474.salt),
		factor: inverseOf(int(rfc9474.inverse), key.n),
	});
	if (!made) throw new Error('the vector cannot be blinded');
	expect(hex(made.blinded)).toBe(rfc9474.blinded);
	expect(made.inverse).toBe(int(rfc9474.inverse));
	const server = tokenKey(secret);
	const signed = server.blindSign(made.blinded);
	expect(signed && hex(signed)).toBe(rfc9474.blindSignature);
	const signature = await finalize(key, made, bytes(rfc9474.blindSignature));
	expect(signature && hex(signature)).toBe(rfc9474.signature);
	expect(server.verifies(bytes(rfc9474.message), bytes(rfc9474.signature))).toBe(true);
	expect(server.verifies(bytes(rfc9474.message).fill(0, 0, 1), bytes(rfc9474.signature))).toBe(false);
});

test('a token of a fresh key verifies as plain RSA-PSS; nothing that the signer saw is in it', async () => {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const [key, server] = [await clientKey(privateKey), tokenKey(privateKey)];
	const made = await blind(key);
	const signed = server.blindSign(made.blinded);
	const signature = signed && (await finalize(key, made, signed));
	if (!signature) throw new Error('not signed');
	expect(made.message).toHaveLength(64);
	expect(signature).toHaveLength(256);
	const asPss = { key: createPublicKey(privateKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
	expect(verify('sha384', made.message, asPss, signature)).toBe(true);
	expect(new Set([made.blinded, signed, signature].map(hex)).size).toBe(3);
	const other = await blind(key);
	expect(hex(other.blinded)).not.toBe(hex(made.blinded));
	expect(hex(other.message)).not.toBe(hex(made.message));
});

test('a false signature is none, whatever it looks like; a number beyond the modulus is not signed', async () => {
	const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
	const [mine, others] = [pair(), pair()];
	const key = await clientKey(mine);
	const made = await blind(key);
	const short = made.blinded.map((byte, at) => (at === 0 ? 0 : byte));
	expect(await finalize(key, made, tokenKey(others).blindSign(short) ?? new Uint8Array(0))).toBeNull();
	expect(await finalize(key, made, made.blinded)).toBeNull();
	expect(await finalize(key, made, new Uint8Array(255))).toBeNull();
	expect(tokenKey(mine).blindSign(new Uint8Array(256).fill(255))).toBeNull();
});
