/**
 * The blur of PDQ line by line, in AssemblyScript without vectors: for engines that have WebAssembly but no SIMD.
 *
 * Same exports, same order of sums and therefore same bits as simd.as; see there for the streaming.
 */

const STEPS: i32 = 8;
const MATRIX: usize = 1024; // 16 x 64 floats, by the caller
const TURNED: usize = MATRIX + 4096; // not used here
const HALF: usize = TURNED + 4096; // 16 x 64
const RESULT: usize = HALF + 4096; // 16 x 16
const IMAGE: usize = RESULT + 1024; // 64 x 64, of each side
const SMALL: usize = IMAGE + 2 * 16384; // 64 dots of one line
const SMALL_SUMS: usize = SMALL + 256; // of each side, and the kept lines

let width: i32 = 0, height: i32 = 0, time: i32 = 0, next: i32 = 0, sides: i32 = 1, red: i32 = 0, isGrey: bool = false;
let rowWindow: i32 = 0, rowLead: i32 = 0, window: i32 = 0, lead: i32 = 0;
let first: usize = 0, second: usize = 0, sums: usize = 0, wide: usize = 0, small: usize = 0;

/** As in simd.as. */
export function plan(w: i32, h: i32, bothSides: bool, redBit: i32, grey: bool, room: usize): usize {
	width = w;
	height = h;
	sides = bothSides ? 2 : 1;
	red = redBit;
	isGrey = grey;
	rowWindow = (w + 127) / 128;
	rowLead = (rowWindow + 2) / 2 - 1;
	window = (h + 127) / 128;
	lead = (window + 2) / 2 - 1;
	time = 0;
	next = 0;
	const line = <usize>width * 4;
	const kept = <usize>(window + 1);
	small = 256 + kept * 256;
	wide = line + kept * line;
	sums = SMALL_SUMS + <usize>sides * small;
	const input = sums + <usize>sides * wide;
	first = input + room;
	second = first + line;
	const pages = <i32>((second + line + 65535) >> 16) - memory.size();
	if (pages > 0 && memory.grow(pages) < 0) return 0;
	memory.fill(SMALL_SUMS, 0, input - SMALL_SUMS);
	return input;
}

/** How many lines, real and then empty, have to be given until the image is complete. */
export function steps(): i32 {
	return height + 2 * lead;
}

/** As in simd.as. */
export function band(from: usize, dotStep: i32, lineStep: i32): void {
	for (let k = 0; k < STEPS; k++) {
		if (from === 0) memory.fill(first, 0, <usize>width * 4);
		else luma(from + <usize>(k * lineStep), <usize>dotStep);
		const row = time - 2 * lead;
		let after = next;
		for (let side = 0; side < sides; side++) {
			boxLine(side === 0 ? first : first + <usize>(width - 1) * 4, side === 0 ? 4 : -4);
			const total = sums + <usize>side * wide;
			boxAcross(second, total, total + <usize>width * 4, width, time);
			boxLineSparse();
			const smallTotal = SMALL_SUMS + <usize>side * small;
			boxAcross(SMALL, smallTotal, smallTotal + 256, 64, time - lead);
			for (after = next; after < 64 && ((2 * after + 1) * height) / 128 === row; after++) {
				memory.copy(IMAGE + <usize>(side * 16384 + after * 256), SMALL, 256);
			}
		}
		next = after;
		time++;
	}
}

function luma(from: usize, dotStep: usize): void {
	for (let to = first, end = first + <usize>width * 4; to < end; to += 4, from += dotStep) {
		const word = load<u32>(from);
		const r = <f32>((word >> red) & 255);
		const rgb: f32 =
			<f32>0.299 * r + <f32>0.587 * <f32>((word >> 8) & 255) + <f32>0.114 * <f32>((word >> (16 - red)) & 255);
		store<f32>(to, isGrey ? r : rgb);
	}
}

/** The box along one line, from `start` into `second`. */
function boxLine(start: usize, step: usize): void {
	let sum: f32 = 0, count: f32 = 0;
	let right = start, left = start, out = second;
	for (let i = 0; i < rowWindow; i++, right += step) {
		sum += load<f32>(right);
		count += 1;
		if (i < rowLead) continue;
		store<f32>(out, sum / count);
		out += 4;
	}
	for (const end = out + <usize>(width - rowWindow) * 4; out < end; right += step, left += step, out += 4) {
		sum = sum + load<f32>(right) - load<f32>(left);
		store<f32>(out, sum / count);
	}
	for (const end = second + <usize>width * 4; out < end; left += step, out += 4) {
		sum -= load<f32>(left);
		count -= 1;
		store<f32>(out, sum / count);
	}
}

/** The box along the line in `second`, kept only at the 64 dots of the reduction, into SMALL. */
function boxLineSparse(): void {
	let sum: f32 = 0;
	let i = 0;
	for (let j = 0; j < 64; j++) {
		const last = ((2 * j + 1) * width) / 128 + rowLead;
		for (; i <= last; i++) {
			if (i < width) sum += load<f32>(second + <usize>i * 4);
			if (i >= rowWindow) sum -= load<f32>(second + <usize>(i - rowWindow) * 4);
		}
		store<f32>(SMALL + <usize>j * 4, sum / <f32>(min(i, width) - max(i - rowWindow, 0)));
	}
}

/** One step, the one numbered `step`, of the box across lines, in place; lines of no image become zeros. */
function boxAcross(row: usize, total: usize, rows: usize, columns: i32, step: i32): void {
	const keep = rows + <usize>((time % (window + 1)) * columns * 4);
	const leave = rows + <usize>(((time + 1) % (window + 1)) * columns * 4);
	const inside = step >= lead && step - lead < height;
	const count: f32 = inside ? <f32>(min(step + 1, height) - max(0, step - window + 1)) : Infinity;
	for (let x: usize = 0, end = <usize>columns * 4; x < end; x += 4) {
		const value = load<f32>(row + x);
		const sum: f32 = load<f32>(total + x) + value - load<f32>(leave + x);
		store<f32>(keep + x, value);
		store<f32>(total + x, sum);
		store<f32>(row + x, sum / count);
	}
}

/** The 16 by 16 coefficients of the image at IMAGE; every element is a sum over k in order. */
export function transform(): void {
	for (let i: usize = 0; i < 16; i++) {
		for (let j: usize = 0; j < 64; j++) {
			let sum: f32 = 0;
			for (let k: usize = 0; k < 64; k++) {
				sum += load<f32>(MATRIX + i * 256 + k * 4) * load<f32>(IMAGE + k * 256 + j * 4);
			}
			store<f32>(HALF + i * 256 + j * 4, sum);
		}
	}
	for (let i: usize = 0; i < 16; i++) {
		for (let j: usize = 0; j < 16; j++) {
			let sum: f32 = 0;
			for (let k: usize = 0; k < 64; k++) {
				sum += load<f32>(HALF + i * 256 + k * 4) * load<f32>(MATRIX + j * 256 + k * 4);
			}
			store<f32>(RESULT + i * 64 + j * 4, sum);
		}
	}
}

/** The sum of the steps between neighbours of the image at IMAGE, each a truncated percentage of 255 (../judge.ts). */
export function steepness(): i32 {
	let sum = 0;
	for (let i = 0; i < 4096; i++) {
		const at = IMAGE + <usize>i * 4;
		if (i < 4032) sum += percent(load<f32>(at), load<f32>(at, 256));
		if ((i & 63) !== 63) sum += percent(load<f32>(at), load<f32>(at, 4));
	}
	return sum;
}

function percent(a: f32, b: f32): i32 {
	return abs(<i32>(((a - b) * 100) / 255));
}
