/** Blind signatures on the client's side: RFC 9474, RSABSSA-SHA384-PSS-Randomized, by WebCrypto and BigInt. */
import { fromBase64Url, toHex } from '../../contract/bytes.ts';

const hashBytes = 48;
/** Of the message's randomizer (section 5) and of what follows it. */
const randomBytes = 32;

const toInt = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes) || '0'}`);

function toBytes(value: bigint, length: number): Uint8Array<ArrayBuffer> {
	const hex = value.toString(16).padStart(2 * length, '0');
	return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(parts.flatMap((part) => [...part]));
}

async function sha384(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
}

/** MGF1, RFC 8017 appendix B.2.1. */
async function mask(seed: Uint8Array, length: number): Promise<Uint8Array<ArrayBuffer>> {
	const blocks = Array.from({ length: Math.ceil(length / hashBytes) }, (_, at) =>
		sha384(join(seed, toBytes(BigInt(at), 4))),
	);
	return join(...(await Promise.all(blocks))).slice(0, length);
}

/** EMSA-PSS-ENCODE, RFC 8017 section 9.1.1, for a modulus of whole bytes. */
async function encode(message: Uint8Array<ArrayBuffer>, salt: Uint8Array, bytes: number): Promise<Uint8Array> {
	const hash = await sha384(join(new Uint8Array(8), await sha384(message), salt));
	const block = new Uint8Array(bytes - hashBytes - 1);
	block[block.length - salt.length - 1] = 1;
	block.set(salt, block.length - salt.length);
	const masking = await mask(hash, block.length);
	const masked = block.map((byte, at) => byte ^ (masking[at] ?? 0));
	// One bit less than the modulus has.
	masked[0] = (masked[0] ?? 0) & 0x7f;
	return join(masked, hash, Uint8Array.of(0xbc));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
	let result = BigInt(1);
	for (const bit of exponent.toString(2)) {
		result = (result * result) % modulus;
		if (bit === '1') result = (result * base) % modulus;
	}
	return result;
}

/** Extended Euclid; null where there is none. */
function inverse(value: bigint, modulus: bigint): bigint | null {
	const [zero, one] = [BigInt(0), BigInt(1)];
	let [rest, next, factor, nextFactor] = [modulus, value % modulus, zero, one];
	while (next !== zero) {
		const times = rest / next;
		[rest, next] = [next, rest - times * next];
		[factor, nextFactor] = [nextFactor, factor - times * nextFactor];
	}
	return rest === one ? (factor + modulus) % modulus : null;
}

/** From 1 up to the modulus, each equally likely. */
function randomBelow(modulus: bigint, bytes: number): bigint {
	for (;;) {
		const value = toInt(crypto.getRandomValues(new Uint8Array(bytes)));
		if (value !== BigInt(0) && value < modulus) return value;
	}
}

export interface TokenKey {
	readonly n: bigint;
	readonly e: bigint;
	/** Length of the modulus. */
	readonly bytes: number;
	readonly verifier: CryptoKey;
}

/** DER of a public key in base64url. Throws on anything else. */
export async function readTokenKey(spki: string): Promise<TokenKey> {
	const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
	const verifier = await crypto.subtle.importKey('spki', fromBase64Url(spki), algorithm, true, ['verify']);
	const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', verifier);
	const modulus = fromBase64Url(n);
	return { n: toInt(modulus), e: toInt(fromBase64Url(e)), bytes: modulus.length, verifier };
}

export interface Blinded {
	/** The prepared message: what the token will be of. */
	readonly message: Uint8Array<ArrayBuffer>;
	/** For whoever signs. */
	readonly blinded: Uint8Array<ArrayBuffer>;
	readonly inverse: bigint;
}

/** Section 4.2, Blind, with its random choices given: only a test vector has them. */
export async function blindWith(
	{ n, e, bytes }: Pick<TokenKey, 'n' | 'e' | 'bytes'>,
	{ message, salt, factor }: { message: Uint8Array<ArrayBuffer>; salt: Uint8Array; factor: bigint },
): Promise<Blinded | null> {
	const encoded = toInt(await encode(message, salt, bytes));
	const inverted = inverse(factor, n);
	if (inverted === null || inverse(encoded, n) === null) return null;
	const blinded = toBytes((encoded * power(factor, e, n)) % n, bytes);
	return { message, blinded, inverse: inverted };
}

/** A message nobody saw before, blinded. */
export async function blind(key: TokenKey): Promise<Blinded> {
	for (;;) {
		const made = await blindWith(key, {
			message: crypto.getRandomValues(new Uint8Array(2 * randomBytes)),
			salt: crypto.getRandomValues(new Uint8Array(hashBytes)),
			factor: randomBelow(key.n, key.bytes),
		});
		if (made) return made;
	}
}

/** Section 4.4, Finalize; null where it is no signature of this key, so that nobody can be told apart by a false one. */
export async function finalize(
	{ n, bytes, verifier }: Pick<TokenKey, 'n' | 'bytes' | 'verifier'>,
	{ message, inverse: inverted }: Blinded,
	blindSignature: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | null> {
	if (blindSignature.length !== bytes) return null;
	const signature = toBytes((toInt(blindSignature) * inverted) % n, bytes);
	const algorithm = { name: 'RSA-PSS', saltLength: hashBytes };
	return (await crypto.subtle.verify(algorithm, verifier, signature, message)) ? signature : null;
}
