/** The exact hashes of a file's bytes; of a large one a piece at a time, so that memory stays bounded. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** Hexadecimal; SHA-1 in base 36 as MediaWiki keeps it, 31 digits. */
export interface ExactHashes {
	readonly md5: string;
	readonly sha1: string;
	readonly sha256: string;
}

/** Up to this many bytes a file is read at once. */
export const wholeBytes = 64_000_000;
const piece = 4_000_000;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const base36 = (digits: string): string => BigInt(`0x${digits}`).toString(36).padStart(31, '0');

const made = (m: Uint8Array, s1: Uint8Array, s256: Uint8Array): ExactHashes => ({
	md5: hex(m),
	sha1: base36(hex(s1)),
	sha256: hex(s256),
});

/** MD5 is not the browser's to give; the other two run beside it in threads of its own. */
export async function exactOf(bytes: Uint8Array<ArrayBuffer>): Promise<ExactHashes> {
	const others = [crypto.subtle.digest('SHA-1', bytes), crypto.subtle.digest('SHA-256', bytes)] as const;
	const own = md5(bytes);
	const [s1, s256] = await Promise.all(others);
	return made(own, new Uint8Array(s1), new Uint8Array(s256));
}

/** `told` hears how much is done, 0 to 1. */
export async function exactOfLarge(file: Blob, told: (part: number) => void): Promise<ExactHashes> {
	const all = [md5.create(), sha1.create(), sha256.create()] as const;
	for (let at = 0; at < file.size; at += piece) {
		const bytes = new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
		for (const one of all) one.update(bytes);
		told(Math.min(1, (at + piece) / file.size));
	}
	const [m, s1, s256] = all;
	return made(m.digest(), s1.digest(), s256.digest());
}
