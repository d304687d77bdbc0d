/** The return code: what a person may write down, and all that follows from it, so that it opens a report, or a hearing, anywhere. */
import { toBase64Url } from './bytes.ts';

/** Crockford's base 32: no I, L, O, U, so that nothing is misread. https://www.crockford.com/base32.html */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 15 bytes are 120 bits: 24 digits, and one that catches a slip of the pen. */
export const codeBytes = 15;

/** The 25th digit: the sum of the others, each by its place, modulo 31, so that neighbours that swapped places show. */
function checkDigit(values: readonly number[]): number {
	return values.reduce((sum, value, at) => sum + value * (at + 1), 0) % 31;
}

/** `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX` for 15 bytes. */
export function codeText(code: Uint8Array): string {
	let bits = 0;
	let held = 0;
	const values: number[] = [];
	for (const byte of code) {
		held = (held << 8) | byte;
		for (bits += 8; bits >= 5; bits -= 5) values.push((held >> (bits - 5)) & 31);
		held &= 31;
	}
	const text = [...values, checkDigit(values)].map((value) => digits[value]).join('');
	return (text.match(/.{5}/g) ?? []).join('-');
}

/** The bytes of a code in any spelling: lower case, without hyphens, O for 0, I or L for 1. Null where it is not one. */
export function readCode(text: string): Uint8Array<ArrayBuffer> | null {
	const plain = text
		.toUpperCase()
		.replace(/[\s\u2010-\u2015_-]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	const values = Array.from(plain, (digit) => digits.indexOf(digit));
	const check = values.pop();
	if (values.length !== 24 || values.includes(-1) || check !== checkDigit(values)) return null;
	const code = new Uint8Array(codeBytes);
	let bits = 0;
	let held = 0;
	let at = 0;
	for (const value of values) {
		held = (held << 5) | value;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		code[at++] = held >> bits;
		held &= (1 << bits) - 1;
	}
	return code;
}

export interface CodeKeys {
	/** Of the report, or of the hearing. */
	readonly id: string;
	/** Its capability, 32 bytes in base64url. */
	readonly secret: string;
	/** The 32 bytes of the X25519 key that `follow` is sealed to. */
	readonly follow: Uint8Array<ArrayBuffer>;
}

/** What a code may open: nothing of the one is known from the other. */
const purposes = {
	report: ['report id', 'capability', 'reporter key'],
	hearing: ['hearing id', 'hearing capability', 'hearing key'],
} as const;

/** HKDF with SHA-256 (RFC 5869), no salt: the code itself is uniformly random, so nothing needs stretching. */
export async function keysOfCode(
	code: Uint8Array<ArrayBuffer>,
	purpose: keyof typeof purposes = 'report',
): Promise<CodeKeys> {
	const base = await crypto.subtle.importKey('raw', code, 'HKDF', false, ['deriveBits']);
	const derive = async (info: string, bytes: number): Promise<Uint8Array<ArrayBuffer>> =>
		new Uint8Array(
			await crypto.subtle.deriveBits(
				{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(`wikihaven ${info}`) },
				base,
				bytes * 8,
			),
		);
	const [idName, secretName, keyName] = purposes[purpose];
	const [id, secret, follow] = await Promise.all([derive(idName, 16), derive(secretName, 32), derive(keyName, 32)]);
	return { id: toBase64Url(id), secret: toBase64Url(secret), follow };
}
