/** Salted commitments to the changes of a list: a Merkle tree made leaf by leaf, with memory for one branch only. */
import { createHash, createHmac } from 'node:crypto';
import type { StampedChange } from '../../store/upload-changes.ts';

/** What a leaf is the commitment to, as an auditor is shown it. */
export function leafText({ stamp, op, entry }: StampedChange): string {
	const { kind, value, source, junk } = entry;
	// Under which a hash that came back was set aside.
	const [own = ''] = source.split('\u001f');
	return [op, stamp, kind, Buffer.from(value).toString('hex'), own, op === 'add' ? (junk ?? '') : ''].join('\n');
}

/** The salt of one leaf, so that one can be opened without the others: HMAC-SHA-256 over its stamp. */
export function leafSalt(salt: Uint8Array, stamp: number): Buffer {
	return createHmac('sha256', salt).update(String(stamp)).digest();
}

/** Leaf and node hashes as in RFC 6962, section 2.1, with the salt before the leaf's text. */
export function leafHash(salt: Uint8Array, text: string): Buffer {
	return createHash('sha256').update(Buffer.of(0)).update(salt).update(text).digest();
}

export class MerkleTree {
	/** Roots of whole subtrees, the larger first, each with its number of leaves. */
	readonly #branch: { readonly leaves: number; readonly hash: Buffer }[] = [];

	add(leaf: Buffer): void {
		let [leaves, hash] = [1, leaf];
		while (this.#branch.at(-1)?.leaves === leaves) {
			hash = node(this.#branch.pop()?.hash ?? hash, hash);
			leaves *= 2;
		}
		this.#branch.push({ leaves, hash });
	}

	/** Root as hexadecimal. */
	root(): string {
		const [last, ...rest] = [...this.#branch].reverse();
		if (!last) return createHash('sha256').digest('hex');
		return rest.reduce((hash, one) => node(one.hash, hash), last.hash).toString('hex');
	}
}

const node = (left: Buffer, right: Buffer): Buffer =>
	createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
