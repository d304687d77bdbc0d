/**
 * The blur of PDQ eight rows at a time, in AssemblyScript with 128-bit vectors (no fused multiply-add: same bits everywhere).
 *
 * Rows stream through: only the last `window` rows of one intermediate are kept, never a whole plane. A box along a row is
 * sequential by nature, so eight rows run side by side, turned so that a vector holds one column of four rows ("turned":
 * [x][row]). A box along a column runs over vectors of four columns. The second box along rows computes only the 64 columns
 * that survive the reduction, and the second one along columns runs on those 64. Absent rows are rows of zeros, which
 * change no sum, and are divided by infinity.
 */

const STEPS: i32 = 8;
const MATRIX: usize = 1024; // 16 x 64 floats, by the caller
const TURNED: usize = MATRIX + 4096; // the same, 64 x 16
const HALF: usize = TURNED + 4096; // 16 x 64
const RESULT: usize = HALF + 4096; // 16 x 16
const IMAGE: usize = RESULT + 1024; // 64 x 64
const TABLES: usize = IMAGE + 16384; // per step: where to keep, where to subtract, divisor
const FACTORS: usize = TABLES + 128; // of red, green and blue, and the mask of a byte
const SMALL: usize = TABLES + 512; // 64 columns x 8 rows, turned, in; then the same out
const SMALL_OUT: usize = SMALL + 2048;
const SMALL_SUMS: usize = SMALL_OUT + 2048;
const SMALL_RING: usize = SMALL_SUMS + 256;

let width: i32 = 0, height: i32 = 0, stride: i32 = 0, time: i32 = 0, next: i32 = 0;
let rowWindow: i32 = 0, rowLead: i32 = 0, window: i32 = 0, lead: i32 = 0;
let input: usize = 0, first: usize = 0, second: usize = 0, sums: usize = 0, ring: usize = 0;

/** Makes room for an image and forgets the one before. Returns where the caller puts eight rows of RGBA words, 0 if there is no memory. */
export function plan(w: i32, h: i32): usize {
	width = w;
	height = h;
	stride = (w + 3) & ~3;
	rowWindow = (w + 127) / 128;
	rowLead = (rowWindow + 2) / 2 - 1;
	window = (h + 127) / 128;
	lead = (window + 2) / 2 - 1;
	time = 0;
	next = 0;
	const line = <usize>stride * 4;
	const kept = <usize>(window + 1);
	sums = SMALL_RING + kept * 256;
	ring = sums + line;
	input = ring + kept * line;
	first = input + <usize>STEPS * line;
	second = first + <usize>STEPS * line;
	const pages = <i32>((second + <usize>STEPS * line + 65535) >> 16) - memory.size();
	if (pages > 0 && memory.grow(pages) < 0) return 0;
	memory.fill(SMALL_SUMS, 0, input - SMALL_SUMS);
	store<f32>(FACTORS, 0.299);
	store<f32>(FACTORS, <f32>0.587 / 256, 4);
	store<f32>(FACTORS, <f32>0.114 / 65536, 8);
	store<i32>(FACTORS, 255, 12);
	return input;
}

/** Bytes between two rows of the input. */
export function rowBytes(): i32 {
	return stride * 4;
}

/** How many rows, real and then empty, have to be given until the image is complete. */
export function steps(): i32 {
	return height + 2 * lead;
}

/** Takes the next eight rows, of which `rows` are real. */
export function band(rows: i32, grey: bool): void {
	if (rows < STEPS) memory.fill(input + <usize>(rows * stride * 4), 0, <usize>((STEPS - rows) * stride * 4));
	if (grey) lumas(true);
	else lumas(false);
	if ((rowWindow & (rowWindow - 1)) === 0) boxRows(true);
	else boxRows(false);
	if (tables(ring, stride, time)) boxColumns(second, first, sums, stride, true);
	else boxColumns(second, first, sums, stride, false);
	boxRowsSparse();
	tables(SMALL_RING, 64, time - lead);
	boxColumns(SMALL, SMALL_OUT, SMALL_SUMS, 64, false);
	for (let k = 0; k < STEPS; k++) {
		const row = time + k - 2 * lead;
		for (; next < 64 && ((2 * next + 1) * height) / 128 === row; next++) {
			for (let j = 0; j < 64; j++) {
				store<f32>(IMAGE + <usize>(next * 256 + j * 4), load<f32>(SMALL_OUT + <usize>(j * 32 + k * 4)));
			}
		}
	}
	time += STEPS;
}

@inline
function low(a: v128, b: v128): v128 {
	return v128.shuffle<i32>(a, b, 0, 4, 1, 5);
}
@inline
function high(a: v128, b: v128): v128 {
	return v128.shuffle<i32>(a, b, 2, 6, 3, 7);
}
@inline
function lowPair(a: v128, b: v128): v128 {
	return v128.shuffle<i64>(a, b, 0, 2);
}
@inline
function highPair(a: v128, b: v128): v128 {
	return v128.shuffle<i64>(a, b, 1, 3);
}

/**
 * The luma of four pixels. Green and blue stay where they are in the word: their factors are divided by 256 and 65536,
 * which is exact. The factors come from memory because engines rebuild vector constants at every use.
 */
@inline
function lumaOf(words: v128, grey: bool, red: v128, green: v128, blue: v128, redMask: v128, greenMask: v128, blueMask: v128): v128 {
	const r = f32x4.convert_i32x4_s(v128.and(words, redMask));
	if (grey) return r;
	const g = f32x4.convert_i32x4_s(v128.and(words, greenMask));
	const b = f32x4.convert_i32x4_s(v128.and(words, blueMask));
	return f32x4.add(f32x4.add(f32x4.mul(red, r), f32x4.mul(green, g)), f32x4.mul(blue, b));
}

/** The eight rows of the input as luma, turned, into `first`. */
@inline
function lumas(grey: bool): void {
	const line = <usize>stride * 4;
	const red = v128.load32_splat(FACTORS), green = v128.load32_splat(FACTORS, 4), blue = v128.load32_splat(FACTORS, 8);
	const redMask = v128.load32_splat(FACTORS, 12);
	const greenMask = i32x4.shl(redMask, 8), blueMask = i32x4.shl(redMask, 16);
	for (let half: usize = 0; half < 2; half++) {
		let from = input + half * 4 * line;
		let to = first + half * 16;
		for (const end = from + line; from < end; from += 16, to += 128) {
			const a = lumaOf(v128.load(from), grey, red, green, blue, redMask, greenMask, blueMask);
			const b = lumaOf(v128.load(from + line), grey, red, green, blue, redMask, greenMask, blueMask);
			const c = lumaOf(v128.load(from + 2 * line), grey, red, green, blue, redMask, greenMask, blueMask);
			const d = lumaOf(v128.load(from + 3 * line), grey, red, green, blue, redMask, greenMask, blueMask);
			const ab = low(a, b), cd = low(c, d), AB = high(a, b), CD = high(c, d);
			v128.store(to, lowPair(ab, cd));
			v128.store(to, highPair(ab, cd), 32);
			v128.store(to, lowPair(AB, CD), 64);
			v128.store(to, highPair(AB, CD), 96);
		}
	}
}

/** The box along eight turned rows, from `first` to `second`. `exact`: the window is a power of two, so its inverse will do. */
@inline
function boxRows(exact: bool): void {
	let a = f32x4.splat(0), b = f32x4.splat(0);
	let right = first, left = first, out = second;
	let count: f32 = 0;
	for (let i = 0; i < rowWindow; i++) {
		a = f32x4.add(a, v128.load(right));
		b = f32x4.add(b, v128.load(right, 16));
		right += 32;
		count += 1;
		if (i < rowLead) continue;
		v128.store(out, f32x4.div(a, f32x4.splat(count)));
		v128.store(out, f32x4.div(b, f32x4.splat(count)), 16);
		out += 32;
	}
	const full = f32x4.splat(exact ? 1 / count : count);
	for (const end = first + <usize>width * 32; right < end; right += 32, left += 32, out += 32) {
		a = f32x4.sub(f32x4.add(a, v128.load(right)), v128.load(left));
		b = f32x4.sub(f32x4.add(b, v128.load(right, 16)), v128.load(left, 16));
		v128.store(out, exact ? f32x4.mul(a, full) : f32x4.div(a, full));
		v128.store(out, exact ? f32x4.mul(b, full) : f32x4.div(b, full), 16);
	}
	for (const end = second + <usize>width * 32; out < end; out += 32, left += 32) {
		a = f32x4.sub(a, v128.load(left));
		b = f32x4.sub(b, v128.load(left, 16));
		count -= 1;
		v128.store(out, f32x4.div(a, f32x4.splat(count)));
		v128.store(out, f32x4.div(b, f32x4.splat(count)), 16);
	}
}

/** The box along eight turned rows of `first`, kept only at the 64 columns of the reduction, into SMALL. */
function boxRowsSparse(): void {
	let a = f32x4.splat(0), b = f32x4.splat(0);
	let i = 0;
	for (let j = 0; j < 64; j++) {
		const last = ((2 * j + 1) * width) / 128 + rowLead;
		for (const stop = min(min(rowWindow, width), last + 1); i < stop; i++) {
			const right = first + <usize>i * 32;
			a = f32x4.add(a, v128.load(right));
			b = f32x4.add(b, v128.load(right, 16));
		}
		const back = <usize>rowWindow * 32;
		let right = first + <usize>i * 32;
		for (const stop = min(width, last + 1); i < stop; i++, right += 32) {
			a = f32x4.sub(f32x4.add(a, v128.load(right)), v128.load(right - back));
			b = f32x4.sub(f32x4.add(b, v128.load(right, 16)), v128.load(right - back, 16));
		}
		for (; i <= last; i++, right += 32) {
			a = f32x4.sub(a, v128.load(right - back));
			b = f32x4.sub(b, v128.load(right - back, 16));
		}
		const count = f32x4.splat(<f32>(min(i, width) - max(i - rowWindow, 0)));
		v128.store(SMALL + <usize>j * 32, f32x4.div(a, count));
		v128.store(SMALL + <usize>j * 32, f32x4.div(b, count), 16);
	}
}

/**
 * For each of eight steps from `start` of a box along columns: where the row is kept, which row leaves the window, and the
 * divisor (infinity where the step gives no row). Returns whether all divisors are the same power of two; then they are inverses.
 */
function tables(rows: usize, columns: i32, start: i32): bool {
	const steady = start >= window && start + STEPS <= height && (window & (window - 1)) === 0 && columns !== 64;
	for (let k = 0; k < STEPS; k++) {
		const at = TABLES + <usize>k * 4;
		const t = start + k;
		const slot = time + k;
		const count = min(t + 1, height) - max(0, t - window + 1);
		const row = t - lead;
		store<usize>(at, rows + <usize>((slot % (window + 1)) * columns * 4));
		store<usize>(at, rows + <usize>(((slot + 1) % (window + 1)) * columns * 4), 32);
		store<f32>(at, row < 0 || row >= height ? Infinity : steady ? 1 / <f32>count : <f32>count, 64);
	}
	return steady;
}

/** The box along columns over eight turned rows: `from` to `to`, `columns` wide, sums and kept rows carried on. */
@inline
function boxColumns(from: usize, to: usize, total: usize, columns: i32, exact: bool): void {
	for (let x: usize = 0, end = <usize>columns * 4; x < end; x += 16) {
		let sum = v128.load(total + x);
		for (let half: usize = 0; half < 2; half++) {
			const source = from + x * 8 + half * 16;
			const table = TABLES + half * 16;
			let a = v128.load(source), b = v128.load(source, 32), c = v128.load(source, 64), d = v128.load(source, 96);
			const ab = low(a, b), cd = low(c, d), AB = high(a, b), CD = high(c, d);
			a = lowPair(ab, cd);
			v128.store(load<usize>(table) + x, a);
			sum = f32x4.sub(f32x4.add(sum, a), v128.load(load<usize>(table, 32) + x));
			a = divided(sum, table, exact);
			b = highPair(ab, cd);
			v128.store(load<usize>(table, 4) + x, b);
			sum = f32x4.sub(f32x4.add(sum, b), v128.load(load<usize>(table, 36) + x));
			b = divided(sum, table + 4, exact);
			c = lowPair(AB, CD);
			v128.store(load<usize>(table, 8) + x, c);
			sum = f32x4.sub(f32x4.add(sum, c), v128.load(load<usize>(table, 40) + x));
			c = divided(sum, table + 8, exact);
			d = highPair(AB, CD);
			v128.store(load<usize>(table, 12) + x, d);
			sum = f32x4.sub(f32x4.add(sum, d), v128.load(load<usize>(table, 44) + x));
			d = divided(sum, table + 12, exact);
			const target = to + x * 8 + half * 16;
			const ef = low(a, b), gh = low(c, d), EF = high(a, b), GH = high(c, d);
			v128.store(target, lowPair(ef, gh));
			v128.store(target, highPair(ef, gh), 32);
			v128.store(target, lowPair(EF, GH), 64);
			v128.store(target, highPair(EF, GH), 96);
		}
		v128.store(total + x, sum);
	}
}

@inline
function divided(sum: v128, table: usize, exact: bool): v128 {
	const by = v128.load32_splat(table, 64);
	return exact ? f32x4.mul(sum, by) : f32x4.div(sum, by);
}

/** The 16 by 16 coefficients of the image at IMAGE; every element is a sum over k in order, four vectors of them at a time. */
export function transform(): void {
	for (let i: usize = 0; i < 16; i++) {
		for (let j: usize = 0; j < 256; j += 64) sumProducts(MATRIX + i * 256, IMAGE + j, 256, HALF + i * 256 + j);
	}
	for (let i: usize = 0; i < 16; i++) sumProducts(HALF + i * 256, TURNED, 64, RESULT + i * 64);
}

/** Sixteen columns of (a row of 64 factors) * (a matrix whose rows lie `step` bytes apart). */
function sumProducts(factors: usize, matrix: usize, step: usize, to: usize): void {
	let a = f32x4.splat(0), b = f32x4.splat(0), c = f32x4.splat(0), d = f32x4.splat(0);
	for (let k: usize = 0; k < 64; k++, matrix += step) {
		const factor = v128.load32_splat(factors + k * 4);
		a = f32x4.add(a, f32x4.mul(factor, v128.load(matrix)));
		b = f32x4.add(b, f32x4.mul(factor, v128.load(matrix, 16)));
		c = f32x4.add(c, f32x4.mul(factor, v128.load(matrix, 32)));
		d = f32x4.add(d, f32x4.mul(factor, v128.load(matrix, 48)));
	}
	v128.store(to, a);
	v128.store(to, b, 16);
	v128.store(to, c, 32);
	v128.store(to, d, 48);
}

/** The sum of the steps between neighbours of the image at IMAGE, each a truncated percentage of 255 (../judge.ts). */
export function steepness(): i32 {
	let sum = i32x4.splat(0);
	for (let at = IMAGE; at < IMAGE + 4096 * 4; at += 16) {
		const here = v128.load(at);
		if (at < IMAGE + 4032 * 4) sum = i32x4.add(sum, percent(here, v128.load(at, 256)));
		// The last column has no neighbour to the right: it is compared with itself.
		const right = (at & 255) === 240 ? v128.shuffle<i32>(here, here, 1, 2, 3, 3) : v128.load(at, 4);
		sum = i32x4.add(sum, percent(here, right));
	}
	return (
		i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
	);
}

@inline
function percent(a: v128, b: v128): v128 {
	const scaled = f32x4.mul(f32x4.sub(a, b), f32x4.splat(100));
	return i32x4.abs(i32x4.trunc_sat_f32x4_s(f32x4.div(scaled, f32x4.splat(255))));
}
