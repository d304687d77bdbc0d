/** How 256 bits are cut into slots, and how far around the query's value each slot has to be searched. */

/** The farthest distance that the index finds by itself; beyond it everything is compared. PDQ's own limit. */
export const indexedRadius = 31;

export interface Geometry {
	readonly slots: number;
	/** Bits of a slot. The few bits left over are in no slot: leaving bits out only makes hashes look nearer. */
	readonly bits: number;
}

/** A good cut for a list of about this many hashes. Any list works with any cut, a much longer one only more slowly. */
export function geometryFor(expected: number): Geometry {
	if (expected > 4_000_000) return { slots: 11, bits: 23 };
	return { slots: 12, bits: Math.max(10, Math.min(21, Math.ceil(Math.log2(expected + 1)))) };
}

/**
 * The radius for each slot, -1 for a slot that need not be searched.
 *
 * If a hash differs by more than r_i bits in every slot i, it differs by at least the sum of (r_i + 1) in all; so slots
 * whose (r_i + 1) add up to radius + 1 miss nothing within the radius (pigeonhole, as in multi-index hashing by Norouzi,
 * Punjani and Fleet, with radii that are not all alike).
 */
export function radiiFor({ slots }: Geometry, radius: number): number[] {
	const each = Math.floor((radius + 1) / slots);
	const further = (radius + 1) % slots;
	return Array.from({ length: slots }, (_, slot) => each - 1 + (slot < further ? 1 : 0));
}
