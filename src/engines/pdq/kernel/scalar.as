/**
 * The blur of PDQ row by row, in AssemblyScript without vectors: for engines that have WebAssembly but no SIMD.
 *
 * Same exports, same order of sums and therefore same bits as simd.as; see there for the streaming.
 */

const STEPS: i32 = 8;
const MATRIX: usize = 1024; // 16 x 64 floats, by the caller
const TURNED: usize = MATRIX + 4096; // not used here
const HALF: usize = TURNED + 4096; // 16 x 64
const RESULT: usize = HALF + 4096; // 16 x 16
const IMAGE: usize = RESULT + 1024; // 64 x 64
const SMALL: usize = IMAGE + 16384; // 64 columns of one row
const SMALL_SUMS: usize = SMALL + 256;
const SMALL_RING: usize = SMALL_SUMS + 256;

let width: i32 = 0, height: i32 = 0, time: i32 = 0, next: i32 = 0;
let rowWindow: i32 = 0, rowLead: i32 = 0, window: i32 = 0, lead: i32 = 0;
let input: usize = 0, first: usize = 0, second: usize = 0, sums: usize = 0, ring: usize = 0;

/** Makes room for an image and forgets the one before. Returns where the caller puts eight rows of RGBA words, 0 if there is no memory. */
export function plan(w: i32, h: i32): usize {
	width = w;
	height = h;
	rowWindow = (w + 127) / 128;
	rowLead = (rowWindow + 2) / 2 - 1;
	window = (h + 127) / 128;
	lead = (window + 2) / 2 - 1;
	time = 0;
	next = 0;
	const line = <usize>width * 4;
	const kept = <usize>(window + 1);
	sums = SMALL_RING + kept * 256;
	ring = sums + line;
	input = ring + kept * line;
	first = input + <usize>STEPS * line;
	second = first + line;
	const pages = <i32>((second + line + 65535) >> 16) - memory.size();
	if (pages > 0 && memory.grow(pages) < 0) return 0;
	memory.fill(SMALL_SUMS, 0, input - SMALL_SUMS);
	return input;
}

/** Bytes between two rows of the input. */
export function rowBytes(): i32 {
	return width * 4;
}

/** How many rows, real and then empty, have to be given until the image is complete. */
export function steps(): i32 {
	return height + 2 * lead;
}

/** Takes the next eight rows, of which `rows` are real. */
export function band(rows: i32, grey: bool): void {
	for (let k = 0; k < STEPS; k++) {
		if (k < rows) {
			luma(input + <usize>(k * width * 4), grey);
			boxRow();
		} else memory.fill(second, 0, <usize>width * 4);
		boxColumns(second, sums, ring, width, time);
		boxRowSparse();
		boxColumns(SMALL, SMALL_SUMS, SMALL_RING, 64, time - lead);
		const row = time - 2 * lead;
		for (; next < 64 && ((2 * next + 1) * height) / 128 === row; next++) {
			memory.copy(IMAGE + <usize>(next * 256), SMALL, 256);
		}
		time++;
	}
}

function luma(from: usize, grey: bool): void {
	for (let x: usize = 0, end = <usize>width * 4; x < end; x += 4) {
		const word = load<u32>(from + x);
		const r = <f32>(word & 255);
		const rgb: f32 = <f32>0.299 * r + <f32>0.587 * <f32>((word >> 8) & 255) + <f32>0.114 * <f32>((word >> 16) & 255);
		store<f32>(first + x, grey ? r : rgb);
	}
}

/** The box along one row, from `first` to `second`. */
function boxRow(): void {
	let sum: f32 = 0, count: f32 = 0;
	let right = first, left = first, out = second;
	for (let i = 0; i < rowWindow; i++, right += 4) {
		sum += load<f32>(right);
		count += 1;
		if (i < rowLead) continue;
		store<f32>(out, sum / count);
		out += 4;
	}
	for (const end = first + <usize>width * 4; right < end; right += 4, left += 4, out += 4) {
		sum = sum + load<f32>(right) - load<f32>(left);
		store<f32>(out, sum / count);
	}
	for (const end = second + <usize>width * 4; out < end; left += 4, out += 4) {
		sum -= load<f32>(left);
		count -= 1;
		store<f32>(out, sum / count);
	}
}

/** The box along the row in `second`, kept only at the 64 columns of the reduction, into SMALL. */
function boxRowSparse(): void {
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

/** One step, the one numbered `step`, of the box along columns, in place; rows of no image become zeros. */
function boxColumns(row: usize, total: usize, rows: usize, columns: i32, step: i32): void {
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
