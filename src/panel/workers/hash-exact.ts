/** The exact hashes of a file's bytes; of a large one a piece at a time, so that memory stays bounded. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { createMD5, createSHA1, createSHA256 } from 'hash-wasm';

/** Hexadecimal; SHA-1 in base 36 as MediaWiki keeps it, 31 digits. */
export interface ExactHashes {
	readonly md5: string;
	readonly sha1: string;
	readonly sha256: string;
}

/** Up to this many bytes a file is read at once. */
export const wholeBytes = 64_000_000;
const piece = 4_000_000;

interface Hasher {
	update(bytes: Uint8Array): unknown;
	/** Hexadecimal. */
	digest(): string;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const base36 = (digits: string): string => BigInt(`0x${digits}`).toString(36).padStart(31, '0');

/** As WebAssembly, which takes a third of the time (MD5: a sixth); plainly where a browser forbids that. */
async function hasher(fast: () => Promise<Hasher>, plain: typeof md5 | typeof sha256): Promise<Hasher> {
	try {
		return await fast();
	} catch {
		const own = plain.create();
		return { update: (bytes) => own.update(bytes), digest: () => hex(own.digest()) };
	}
}

/** MD5 is not the browser's to give; the other two run beside it in threads of its own. */
export async function exactOf(bytes: Uint8Array<ArrayBuffer>): Promise<ExactHashes> {
	const others = (['SHA-1', 'SHA-256'] as const).map(async (name) => {
		return hex(new Uint8Array(await crypto.subtle.digest(name, bytes)));
	});
	const own = await hasher(createMD5, md5);
	own.update(bytes);
	const [s1 = '', s256 = ''] = await Promise.all(others);
	return { md5: own.digest(), sha1: base36(s1), sha256: s256 };
}

/** `told` hears how much is done, 0 to 1. */
export async function exactOfLarge(file: Blob, told: (part: number) => void): Promise<ExactHashes> {
	const [m, s1, s256] = await Promise.all([
		hasher(createMD5, md5),
		hasher(createSHA1, sha1),
		hasher(createSHA256, sha256),
	]);
	for (let at = 0; at < file.size; at += piece) {
		const bytes = new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
		for (const one of [m, s1, s256]) one.update(bytes);
		told(Math.min(1, (at + piece) / file.size));
	}
	return { md5: m.digest(), sha1: base36(s1.digest()), sha256: s256.digest() };
}
