/**
 * The blur of PDQ eight lines at a time, in AssemblyScript with 128-bit vectors (no fused multiply-add: same bits everywhere).
 *
 * Lines stream through: only the last `window` lines of one intermediate are kept, never a whole plane. A line is a row of
 * the picture or, where it is seen lying on its side, a column. A box along a line is sequential by nature, so eight lines
 * run side by side, turned so that a vector holds one dot of four lines ("turned": [x][line]). A box across lines runs over
 * vectors of four dots. The second box along lines computes only the 64 dots that survive the reduction, and the second
 * one across lines runs on those 64. Absent lines are lines of zeros, which change no sum, and are divided by infinity.
 *
 * One pass can see the picture from two sides: side 0 reads each line forwards, side 1 backwards. The luma is common.
 */

const STEPS: i32 = 8;
const MATRIX: usize = 1024; // 16 x 64 floats, by the caller
const TURNED: usize = MATRIX + 4096; // the same, 64 x 16
const HALF: usize = TURNED + 4096; // 16 x 64
const RESULT: usize = HALF + 4096; // 16 x 16
const IMAGE: usize = RESULT + 1024; // 64 x 64, of each side
const TABLES: usize = IMAGE + 2 * 16384; // per step: where to keep, where to subtract, divisor
const FACTORS: usize = TABLES + 128; // of red (or grey), green and blue, then their masks
const SMALL: usize = TABLES + 512; // 64 dots x 8 lines, turned
const SMALL_SUMS: usize = SMALL + 2048; // of each side, and the kept lines

let width: i32 = 0, height: i32 = 0, stride: i32 = 0, time: i32 = 0, next: i32 = 0, sides: i32 = 1;
let rowWindow: i32 = 0, rowLead: i32 = 0, window: i32 = 0, lead: i32 = 0;
let first: usize = 0, second: usize = 0, sums: usize = 0, wide: usize = 0, small: usize = 0;

/**
 * Makes room for an image of `h` lines, `w` dots each, seen from one side or both, and forgets the one before. `red` is the
 * bit of a word at which red stands (0 or 16; blue stands at the other), `grey` takes it for the luma. Returns where the
 * caller puts `room` bytes of words, 0 if there is no memory.
 */
export function plan(w: i32, h: i32, bothSides: bool, red: i32, grey: bool, room: usize): usize {
	width = w;
	height = h;
	sides = bothSides ? 2 : 1;
	stride = (w + 3) & ~3;
	rowWindow = (w + 127) / 128;
	rowLead = (rowWindow + 2) / 2 - 1;
	window = (h + 127) / 128;
	lead = (window + 2) / 2 - 1;
	time = 0;
	next = 0;
	const line = <usize>stride * 4;
	const kept = <usize>(window + 1);
	small = 256 + kept * 256;
	wide = line + kept * line;
	sums = SMALL_SUMS + <usize>sides * small;
	const input = sums + <usize>sides * wide;
	first = input + ((room + 15) & ~15);
	second = first + <usize>STEPS * line;
	const pages = <i32>((second + <usize>STEPS * line + 65535) >> 16) - memory.size();
	if (pages > 0 && memory.grow(pages) < 0) return 0;
	memory.fill(SMALL_SUMS, 0, input - SMALL_SUMS);
	// Channels stay where they are in the word: factors are divided by 256 and 65536, which is exact.
	const blue = 16 - red;
	store<f32>(FACTORS, (grey ? 1 : <f32>0.299) / <f32>(1 << red));
	store<f32>(FACTORS, <f32>0.587 / 256, 4);
	store<f32>(FACTORS, <f32>0.114 / <f32>(1 << blue), 8);
	store<i32>(FACTORS, 255 << red, 12);
	store<i32>(FACTORS, grey ? 0 : 255 << 8, 16);
	store<i32>(FACTORS, grey ? 0 : 255 << blue, 20);
	return input;
}

/** How many lines, real and then empty, have to be given until the image is complete. */
export function steps(): i32 {
	return height + 2 * lead;
}

/**
 * Takes the next eight lines: `from` is the first's first word, the words of a line lie `dotStep` bytes apart, the lines
 * `lineStep`; one of the two is 4 or -4. A line behind the last is given as zeros, and 0 for `from` where all eight are.
 */
export function band(from: usize, dotStep: i32, lineStep: i32): void {
	if (from === 0) memory.fill(first, 0, <usize>(stride * 4 * STEPS));
	else if (dotStep === 4) lumasAlong(from, <usize>lineStep);
	else lumasAcross(from, <usize>dotStep, lineStep < 0);
	for (let side = 0; side < sides; side++) {
		const start = side === 0 ? first : first + <usize>(width - 1) * 32;
		const step: usize = side === 0 ? 32 : -32;
		if ((rowWindow & (rowWindow - 1)) === 0) boxLines(start, step, true);
		else boxLines(start, step, false);
		const total = sums + <usize>side * wide;
		if (tables(total + <usize>stride * 4, stride, time)) boxAcross(second, total, stride, true);
		else boxAcross(second, total, stride, false);
		boxLinesSparse();
		const smallTotal = SMALL_SUMS + <usize>side * small;
		tables(smallTotal + 256, 64, time - lead);
		boxAcross(SMALL, smallTotal, 64, false);
		reduce(IMAGE + <usize>side * 16384);
	}
	while (next < 64 && ((2 * next + 1) * height) / 128 < time + STEPS - 2 * lead) next++;
	time += STEPS;
}

/** Writes the lines of SMALL that survive the reduction. */
function reduce(image: usize): void {
	for (let i = next; i < 64; i++) {
		const k = ((2 * i + 1) * height) / 128 + 2 * lead - time;
		if (k >= STEPS) return;
		for (let j = 0; j < 64; j++) {
			store<f32>(image + <usize>(i * 256 + j * 4), load<f32>(SMALL + <usize>(j * 32 + k * 4)));
		}
	}
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

/** The luma of four dots. A grey one has no green and blue. Factors come from memory: engines rebuild vector constants at every use. */
@inline
function lumaOf(words: v128, red: v128, green: v128, blue: v128, redMask: v128, greenMask: v128, blueMask: v128): v128 {
	const r = f32x4.mul(red, f32x4.convert_i32x4_s(v128.and(words, redMask)));
	const g = f32x4.mul(green, f32x4.convert_i32x4_s(v128.and(words, greenMask)));
	const b = f32x4.mul(blue, f32x4.convert_i32x4_s(v128.and(words, blueMask)));
	return f32x4.add(f32x4.add(r, g), b);
}

/** Eight lines whose words follow each other, as luma, turned, into `first`. */
function lumasAlong(start: usize, lineStep: usize): void {
	const line = <usize>stride * 4;
	const red = v128.load32_splat(FACTORS), green = v128.load32_splat(FACTORS, 4), blue = v128.load32_splat(FACTORS, 8);
	const rm = v128.load32_splat(FACTORS, 12), gm = v128.load32_splat(FACTORS, 16), bm = v128.load32_splat(FACTORS, 20);
	for (let half: usize = 0; half < 2; half++) {
		let from = start + half * 4 * lineStep;
		let to = first + half * 16;
		for (const end = from + line; from < end; from += 16, to += 128) {
			const a = lumaOf(v128.load(from), red, green, blue, rm, gm, bm);
			const b = lumaOf(v128.load(from + lineStep), red, green, blue, rm, gm, bm);
			const c = lumaOf(v128.load(from + 2 * lineStep), red, green, blue, rm, gm, bm);
			const d = lumaOf(v128.load(from + 3 * lineStep), red, green, blue, rm, gm, bm);
			const ab = low(a, b), cd = low(c, d), AB = high(a, b), CD = high(c, d);
			v128.store(to, lowPair(ab, cd));
			v128.store(to, highPair(ab, cd), 32);
			v128.store(to, lowPair(AB, CD), 64);
			v128.store(to, highPair(AB, CD), 96);
		}
	}
}

/** Eight lines that lie beside each other, each word's neighbour belonging to the next line (or, `back`, to the one before). */
function lumasAcross(start: usize, dotStep: usize, back: bool): void {
	const red = v128.load32_splat(FACTORS), green = v128.load32_splat(FACTORS, 4), blue = v128.load32_splat(FACTORS, 8);
	const rm = v128.load32_splat(FACTORS, 12), gm = v128.load32_splat(FACTORS, 16), bm = v128.load32_splat(FACTORS, 20);
	let from = back ? start - 28 : start;
	for (let to = first, end = first + <usize>width * 32; to < end; from += dotStep, to += 32) {
		const a = lumaOf(v128.load(from), red, green, blue, rm, gm, bm);
		const b = lumaOf(v128.load(from, 16), red, green, blue, rm, gm, bm);
		v128.store(to, back ? v128.shuffle<i32>(b, b, 3, 2, 1, 0) : a);
		v128.store(to, back ? v128.shuffle<i32>(a, a, 3, 2, 1, 0) : b, 16);
	}
}

/** The box along eight turned lines, from `start` into `second`. `exact`: the window is a power of two, so its inverse will do. */
@inline
function boxLines(start: usize, step: usize, exact: bool): void {
	let a = f32x4.splat(0), b = f32x4.splat(0);
	let right = start, left = start, out = second;
	let count: f32 = 0;
	for (let i = 0; i < rowWindow; i++, right += step) {
		a = f32x4.add(a, v128.load(right));
		b = f32x4.add(b, v128.load(right, 16));
		count += 1;
		if (i < rowLead) continue;
		v128.store(out, f32x4.div(a, f32x4.splat(count)));
		v128.store(out, f32x4.div(b, f32x4.splat(count)), 16);
		out += 32;
	}
	const full = f32x4.splat(exact ? 1 / count : count);
	for (const end = out + <usize>(width - rowWindow) * 32; out < end; right += step, left += step, out += 32) {
		a = f32x4.sub(f32x4.add(a, v128.load(right)), v128.load(left));
		b = f32x4.sub(f32x4.add(b, v128.load(right, 16)), v128.load(left, 16));
		v128.store(out, exact ? f32x4.mul(a, full) : f32x4.div(a, full));
		v128.store(out, exact ? f32x4.mul(b, full) : f32x4.div(b, full), 16);
	}
	for (const end = second + <usize>width * 32; out < end; out += 32, left += step) {
		a = f32x4.sub(a, v128.load(left));
		b = f32x4.sub(b, v128.load(left, 16));
		count -= 1;
		v128.store(out, f32x4.div(a, f32x4.splat(count)));
		v128.store(out, f32x4.div(b, f32x4.splat(count)), 16);
	}
}

/** The box along eight turned lines of `second`, kept only at the 64 dots of the reduction, into SMALL. */
function boxLinesSparse(): void {
	let a = f32x4.splat(0), b = f32x4.splat(0);
	let i = 0;
	for (let j = 0; j < 64; j++) {
		const last = ((2 * j + 1) * width) / 128 + rowLead;
		for (const stop = min(min(rowWindow, width), last + 1); i < stop; i++) {
			const right = second + <usize>i * 32;
			a = f32x4.add(a, v128.load(right));
			b = f32x4.add(b, v128.load(right, 16));
		}
		const back = <usize>rowWindow * 32;
		let right = second + <usize>i * 32;
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
 * For each of eight steps from `start` of a box across lines: where the line is kept, which line leaves the window, and the
 * divisor (infinity where the step gives no line). Returns whether all divisors are the same power of two; then they are inverses.
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

/** The box across eight turned lines, in place, `columns` dots wide, sums and kept lines carried on. */
@inline
function boxAcross(from: usize, total: usize, columns: i32, exact: bool): void {
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
			const ef = low(a, b), gh = low(c, d), EF = high(a, b), GH = high(c, d);
			v128.store(source, lowPair(ef, gh));
			v128.store(source, highPair(ef, gh), 32);
			v128.store(source, lowPair(EF, GH), 64);
			v128.store(source, highPair(EF, GH), 96);
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
