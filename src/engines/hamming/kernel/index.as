/**
 * The index over 256-bit hashes in AssemblyScript: chains in many hash tables, all in one linear memory.
 *
 * A hash is cut into slots of `bits` bits. Two hashes within distance 31 agree up to a small radius in at least one slot
 * (see ../geometry.ts), so a search looks up every value near the query's in each slot and checks what hangs there. Every
 * record is a link in one chain a slot; a reference is its number + 1, with the top bit set where the chain goes on, so
 * that links are read only where there is something to read. Adding is a push, removing an unlinking: no rebuilding, ever.
 *
 * Memory misses are all the cost, so loads that do not depend on each other are made in rows: first all heads of a slot,
 * then all hashes that they point to, then all links, and again for the next links.
 */

const QUERY: usize = 1024; // 32 bytes
const RADII: usize = 1088; // an i32 for each slot, -1 where it is not searched
const REFS: usize = 2048; // the references under way, at most 512
const GOING: usize = REFS + 2048; // those of them that go on
const FOUND: usize = 16384; // pairs of record number and distance, at most 65536
const HEADS: usize = FOUND + 524288;
const MORE: u32 = 0x80000000;
const CHUNK: u32 = 65536; // records
const REMOVED: u32 = 0xffffffff;

let slots: i32 = 0, bits: i32 = 0, mask: u32 = 0;
let chunks: usize = 0, chunkBytes: usize = 0, linkBytes: usize = 0;
let found: i32 = 0;

/** Lays the memory out for so many slots of so many bits. False if there is not enough. */
export function plan(slotCount: i32, slotBits: i32): bool {
	slots = slotCount;
	bits = slotBits;
	mask = (1 << bits) - 1;
	chunks = HEADS + (<usize>slots << (bits + 2));
	linkBytes = <usize>slots * 4;
	chunkBytes = <usize>CHUNK * (32 + linkBytes);
	return reserve(0);
}

/** Makes room for so many chunks of 65536 records. */
export function reserve(count: i32): bool {
	const end = <u64>chunks + <u64>count * chunkBytes;
	if (end > 0xffff0000) return false;
	const pages = <i32>((end + 65535) >> 16) - memory.size();
	return pages <= 0 || memory.grow(pages) >= 0;
}

/** Where the 32 bytes of a record are. */
export function hashAt(id: u32): usize {
	return chunks + (id >> 16) * chunkBytes + (id & (CHUNK - 1)) * 32;
}

@inline
function linksAt(id: u32): usize {
	return chunks + (id >> 16) * chunkBytes + CHUNK * 32 + (id & (CHUNK - 1)) * linkBytes;
}

@inline
function valueOf(hash: usize, slot: i32): u32 {
	const bit = slot * bits;
	return (load<u32>(hash + (bit >> 3)) >> (bit & 7)) & mask;
}

@inline
function headAt(slot: i32, value: u32): usize {
	return HEADS + (<usize>slot << (bits + 2)) + (value << 2);
}

/** Enters records `from` to `from + count` of one chunk, whose hashes are in place. */
export function add(from: u32, count: u32): void {
	for (let slot = 0; slot < slots; slot++) {
		let hash = hashAt(from), link = linksAt(from) + slot * 4;
		for (let id = from; id < from + count; id++, hash += 32, link += linkBytes) {
			const head = headAt(slot, valueOf(hash, slot));
			const old = load<u32>(head);
			store<u32>(link, old);
			store<u32>(head, (id + 1) | (old === 0 ? 0 : MORE));
		}
	}
}

/** Takes a record out of all its chains; false if it has been taken out before. */
export function remove(id: u32): bool {
	const hash = hashAt(id), own = linksAt(id);
	if (load<u32>(own) === REMOVED) return false;
	for (let slot = 0; slot < slots; slot++) {
		let place = headAt(slot, valueOf(hash, slot)), before: usize = 0;
		for (let ref = load<u32>(place); (ref & ~MORE) !== id + 1; ref = load<u32>(place)) {
			before = place;
			place = linksAt((ref & ~MORE) - 1) + slot * 4;
		}
		const after = load<u32>(own + slot * 4);
		store<u32>(place, after);
		if (after === 0 && before !== 0) store<u32>(before, load<u32>(before) & ~MORE);
	}
	store<u32>(own, REMOVED);
	return true;
}

@inline
function distanceFrom(hash: usize, at: usize): i32 {
	return <i32>(
		popcnt<u64>(load<u64>(hash + at) ^ load<u64>(QUERY + at)) + popcnt<u64>(load<u64>(hash + at + 8) ^ load<u64>(QUERY + at + 8))
	);
}

/** Whether an earlier slot has given this record already. */
function seenBefore(hash: usize, slot: i32): bool {
	for (let s = 0; s < slot; s++) {
		if (<i32>popcnt<u32>(valueOf(hash, s) ^ valueOf(QUERY, s)) <= load<i32>(RADII + s * 4)) return true;
	}
	return false;
}

/** Checks all references under way and those that follow them. Returns how many records were looked at, -1 above `cap`. */
function follow(count: i32, slot: i32, radius: i32, cap: i32): i32 {
	let looked = 0;
	while (count > 0) {
		looked += count;
		if (looked > cap) return -1;
		let going: usize = 0;
		for (let at: usize = 0, end = <usize>count * 4; at < end; at += 4) {
			const ref = load<u32>(REFS + at);
			const id = (ref & ~MORE) - 1;
			store<u32>(GOING + going, id);
			going += (ref >> 31) << 2;
			const hash = hashAt(id);
			let distance = distanceFrom(hash, 0);
			if (distance > radius) continue;
			distance += distanceFrom(hash, 16);
			if (distance <= radius && !seenBefore(hash, slot)) keep(id, distance);
		}
		for (let at: usize = 0; at < going; at += 4) store<u32>(REFS + at, load<u32>(linksAt(load<u32>(GOING + at)) + slot * 4));
		count = <i32>(going >> 2);
	}
	return looked;
}

function keep(id: u32, distance: i32): void {
	store<u32>(FOUND + found * 8, id);
	store<i32>(FOUND + found * 8, distance, 4);
	found++;
}

/** All records within `radius` of QUERY into FOUND: their number, or -1 if more than `cap` records hang at the places looked at. */
export function search(radius: i32, cap: i32): i32 {
	found = 0;
	for (let slot = 0; slot < slots; slot++) {
		const reach = load<i32>(RADII + slot * 4);
		if (reach < 0) continue;
		const value = valueOf(QUERY, slot);
		let end = look(slot, value, REFS);
		if (reach > 0) for (let i = 0; i < bits; i++) end = look(slot, value ^ (1 << i), end);
		if (reach > 1) {
			for (let i = 1; i < bits; i++) {
				for (let j = 0; j < i; j++) end = look(slot, value ^ (1 << i) ^ (1 << j), end);
			}
		}
		const looked = follow(<i32>((end - REFS) >> 2), slot, radius, cap);
		if (looked < 0) return -1;
		cap -= looked;
	}
	return found;
}

@inline
function look(slot: i32, value: u32, end: usize): usize {
	const ref = load<u32>(headAt(slot, value));
	store<u32>(end, ref);
	return end + (<usize>(ref !== 0) << 2);
}

/** All records within `radius` of QUERY among `count` of one chunk from `from`, by comparing each. Returns their number. */
export function scan(from: u32, count: u32, radius: i32): i32 {
	found = 0;
	const a = load<u64>(QUERY), b = load<u64>(QUERY, 8);
	let hash = hashAt(from);
	for (let id = from; id < from + count; id++, hash += 32) {
		let distance = <i32>(popcnt<u64>(load<u64>(hash) ^ a) + popcnt<u64>(load<u64>(hash, 8) ^ b));
		if (distance > radius) continue;
		distance += distanceFrom(hash, 16);
		if (distance <= radius && load<u32>(linksAt(id)) !== REMOVED) keep(id, distance);
	}
	return found;
}
