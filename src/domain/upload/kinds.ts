/** The kinds of hashes that lists hold and files are compared by. */

/** Bytes of each kind. PDQ is compared by distance, the others exactly. */
export const kindBytes = { pdq: 32, md5: 16, sha1: 20, sha256: 32 } as const;
export type HashKind = keyof typeof kindBytes;
export const hashKinds = Object.keys(kindBytes) as HashKind[];

/** Upstream's limit for PDQ (inclusive), and ours unless a list is configured otherwise. */
export const usualThreshold = 31;

/**
 * The kind that a list means, by the names in use: `PDQ`, `ImagePDQ`, `pdq_image`, `MD5`, `video_md5`, `SHA1`, `SHA-256` …
 * Null for one that is not compared here (PhotoDNA, TMK, SHA-512).
 */
export function kindNamed(name: string): HashKind | null {
	const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
	const core = plain.replace(/^(hash)?(image|video|photo)?/, '').replace(/(image|video|photo|hash)$/, '');
	return hashKinds.find((kind) => kind === core) ?? null;
}

/** The hexadecimal text of a hash of this kind, lower case; null where it is none. */
export function hexOf(kind: HashKind, text: string): string | null {
	const plain = text.trim().toLowerCase();
	return plain.length === kindBytes[kind] * 2 && /^[0-9a-f]+$/.test(plain) ? plain : null;
}
