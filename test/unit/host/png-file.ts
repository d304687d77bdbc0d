/** Writes PNG files of every colour type, depth and interlacing, for the decoder's tests. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngPlan {
	width: number;
	height: number;
	depth: number;
	colour: number;
	interlaced?: boolean;
	/** The row filter for row y; 0 unless told. */
	filter?: (y: number) => number;
	palette?: number[];
	transparent?: number[];
	/** The samples of a pixel, each 0 to 2^depth - 1. */
	samples(x: number, y: number): number[];
}

function chunk(name: string, body: Uint8Array): Buffer {
	const out = Buffer.alloc(12 + body.length);
	out.writeUInt32BE(body.length);
	out.write(name, 4, 'latin1');
	out.set(body, 8);
	out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
	return out;
}

/** The chunks given by hand, for files that no plan describes. */
export function pngOf(
	width: number,
	height: number,
	depth: number,
	colour: number,
	rest: [string, Uint8Array][],
	interlace = 0,
): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width);
	head.writeUInt32BE(height, 4);
	head.set([depth, colour, 0, 0, interlace], 8);
	const chunks = ([['IHDR', head], ...rest, ['IEND', new Uint8Array()]] as [string, Uint8Array][]).map(([name, body]) =>
		chunk(name, body),
	);
	return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...chunks]);
}

function packed(samples: number[], depth: number): number[] {
	if (depth === 16) return samples.flatMap((value) => [value >> 8, value & 255]);
	const bytes: number[] = Array.from({ length: Math.ceil((samples.length * depth) / 8) }, () => 0);
	samples.forEach((value, i) => {
		const bit = i * depth;
		bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
	});
	return bytes;
}

/** One row as its filter stores it. */
function filtered(row: number[], above: number[], step: number, filter: number): number[] {
	return row.map((value, i) => {
		const [left, up, corner] = [row[i - step] ?? 0, above[i] ?? 0, above[i - step] ?? 0];
		const distances = [left, up, corner].map((guess) => Math.abs(left + up - corner - guess));
		const nearest = [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0;
		const guess = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
		return (value - guess) & 255;
	});
}

export function png(plan: PngPlan): Buffer {
	const { width, height, depth, colour, interlaced = false, filter = () => 0, samples } = plan;
	const passes = interlaced
		? [
				[0, 0, 8, 8],
				[4, 0, 8, 8],
				[0, 4, 4, 8],
				[2, 0, 4, 4],
				[0, 2, 2, 4],
				[1, 0, 2, 2],
				[0, 1, 1, 2],
			]
		: [[0, 0, 1, 1]];
	const bytes: number[] = [];
	for (const [x0 = 0, y0 = 0, dx = 1, dy = 1] of passes.filter(([left = 0]) => left < width)) {
		let above: number[] = [];
		for (let y = y0; y < height; y += dy) {
			const pixels: number[][] = [];
			for (let x = x0; x < width; x += dx) pixels.push(samples(x, y));
			const row = packed(pixels.flat(), depth);
			bytes.push(filter(y), ...filtered(row, above, Math.max(1, ((pixels[0]?.length ?? 1) * depth) >> 3), filter(y)));
			above = row;
		}
	}
	const rest: [string, Uint8Array][] = [];
	if (plan.palette) rest.push(['PLTE', Uint8Array.from(plan.palette)]);
	if (plan.transparent) rest.push(['tRNS', Uint8Array.from(plan.transparent)]);
	const data = deflateSync(Uint8Array.from(bytes));
	// In two pieces, as the specification allows.
	rest.push(['IDAT', data.subarray(0, 7)], ['IDAT', data.subarray(7)]);
	return pngOf(width, height, depth, colour, rest, interlaced ? 1 : 0);
}
