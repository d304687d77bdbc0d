/** Which entries of a list say nothing about a picture: they are kept in quarantine, and never matched. */
import type { HashKind } from './kinds.ts';

export type Junk = 'zero' | 'degenerate' | 'low-quality' | 'blank';

/** Upstream's limit for PDQ. */
const minQuality = 50;

/** Exact hashes of the empty file (RFC 1321 A.5, FIPS 180-4 with a message of no bits): the commonest mistake in a list. */
const blanks: ReadonlySet<string> = new Set([
	'd41d8cd98f00b204e9800998ecf8427e',
	'da39a3ee5e6b4b0d3255bfef95601890afd80709',
	'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

const ones = (hex: string): number =>
	[...hex].reduce((sum, digit) => sum + ('0112122312232334'[Number.parseInt(digit, 16)] ?? '0').charCodeAt(0) - 48, 0);

/**
 * Why a hash is junk; null for a good one. A PDQ hash sets the coefficients above the median, so a sound one has 128 bits
 * set and ties move that by a few; a hash of stripes or plain colour is rounding noise, far from 128 or of few patterns.
 */
export function junkOf(kind: HashKind, hex: string, quality: number | null): Junk | null {
	if (/^0+$/.test(hex)) return 'zero';
	if (blanks.has(hex)) return 'blank';
	if (kind !== 'pdq') return null;
	const set = ones(hex);
	const words = new Set(hex.match(/.{4}/g));
	if (set < 112 || set > 144 || words.size < 6) return 'degenerate';
	return quality !== null && quality < minQuality ? 'low-quality' : null;
}
