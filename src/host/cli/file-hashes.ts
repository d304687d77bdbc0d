/** All hashes of one file: PDQ of its picture in both pipelines and eight turns, and the exact ones of its bytes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Core } from '../../engines/pdq/core.ts';
import type { Pair } from '../../engines/pdq/hash.ts';
import { hashPicture, type PictureHashes } from '../../engines/pdq/picture.ts';
import { decodeImage } from './decode/decode.ts';
import type { Refusal } from './decode/image.ts';

/** The hashes of the bytes, as hexadecimal; SHA-1 in base 36 as well, as MediaWiki keeps it (31 digits). */
export interface Exact {
	readonly md5: string;
	readonly sha1: string;
	readonly sha1base36: string;
	readonly sha256: string;
}

export interface Picture extends Pair, PictureHashes {
	readonly width: number;
	readonly height: number;
	/** Only where the file ends early or has errors: the hashes are of what can still be seen. */
	readonly damaged?: true;
}

/** All that is said of some bytes. */
export type Hashes = (Picture | { readonly refused: Refusal }) & Exact;

/** Nothing is known of a file that could not be read: `why`, in the words of the system. */
interface Unreadable {
	readonly refused: 'unreadable';
	readonly why: string;
}
export type FileHashes = { readonly file: string } & ((Hashes & { readonly why?: never }) | Unreadable);

/** Reads and hashes a file. Never rejects: of many files one must not stop the others. */
export async function hashFile(core: Core, file: string): Promise<FileHashes> {
	try {
		return { file, ...(await hashBytes(core, await readFile(file))) };
	} catch (error) {
		return { file, refused: 'unreadable', why: oneLine(error instanceof Error ? error.message : String(error)) };
	}
}

/** A name, or words with a name in them, where a line must stay one line: JSON's way if it holds control characters. */
export const oneLine = (text: string): string => (/\p{Cc}/u.test(text) ? JSON.stringify(text) : text);

export async function hashBytes(core: Core, bytes: Uint8Array): Promise<Hashes> {
	const decoded = await decodeImage(bytes);
	if ('refused' in decoded) return { refused: decoded.refused, ...exact(bytes) };
	const { pixels, damaged } = decoded;
	const hashes = await hashPicture(core, pixels);
	const { full, nn512 } = hashes.variants.original;
	return {
		width: pixels.width,
		height: pixels.height,
		full,
		nn512,
		...hashes,
		...(damaged ? { damaged } : {}),
		...exact(bytes),
	};
}

function exact(bytes: Uint8Array): Exact {
	const digest = (name: string): string => createHash(name).update(bytes).digest('hex');
	const sha1 = digest('sha1');
	const sha1base36 = BigInt(`0x${sha1}`).toString(36).padStart(31, '0');
	return { md5: digest('md5'), sha1, sha1base36, sha256: digest('sha256') };
}
