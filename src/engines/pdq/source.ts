/** An image seen from one of eight sides and at one of two sizes, without a copy: where each pixel of the view comes from. */
import type { Pixels } from './pixels.ts';

/** The eight ways to turn or mirror an image, by what is done to the pixels. `rot90ccw` is numpy's rot90(image, 1). */
export const turns = [
	'original',
	'rot90ccw',
	'rot180',
	'rot90cw',
	'fliplr',
	'flipud',
	'transpose',
	'antitranspose',
] as const;
export type Turn = (typeof turns)[number];

/** `full`: every pixel. `nn512`: what the reference's file tool does above 512 pixels in any direction. */
export type Pipeline = 'full' | 'nn512';

/** A view: pixel (x, y) is word `column[x] + row[y]` of `words`, a word being the four bytes of a pixel. */
export interface Source {
	readonly width: number;
	readonly height: number;
	readonly grey: boolean;
	readonly words: Uint32Array;
	readonly column: Uint32Array;
	readonly row: Uint32Array;
}

/** Which source axis runs along the view's x, and whether each source axis runs backwards. */
const axes: Record<Turn, { swap: boolean; backX: boolean; backY: boolean }> = {
	original: { swap: false, backX: false, backY: false },
	rot90ccw: { swap: true, backX: true, backY: false },
	rot180: { swap: false, backX: true, backY: true },
	rot90cw: { swap: true, backX: false, backY: true },
	fliplr: { swap: false, backX: true, backY: false },
	flipud: { swap: false, backX: false, backY: true },
	transpose: { swap: true, backX: false, backY: false },
	antitranspose: { swap: true, backX: true, backY: true },
};

function axis(length: number, backwards: boolean, stride: number): Uint32Array {
	const out = new Uint32Array(length);
	for (let i = 0; i < length; i++) out[i] = (backwards ? length - 1 - i : i) * stride;
	return out;
}

/** Nearest neighbour as the reference resizes: index floor(i * n / 512). */
function nearest512(table: Uint32Array): Uint32Array {
	return Uint32Array.from({ length: 512 }, (_, i) => table[Math.floor((i * table.length) / 512)] ?? 0);
}

/** The same memory, a word a pixel. */
export function wordsOf({ rgba }: Pixels): Uint32Array {
	const bytes = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
	return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** The image as one turn and one pipeline see it. A resize takes both sides to 512, whatever the shape. */
export function view(pixels: Pixels, turn: Turn, pipeline: Pipeline): Source {
	const { swap, backX, backY } = axes[turn];
	const alongX = axis(pixels.width, backX, 1);
	const alongY = axis(pixels.height, backY, pixels.width);
	let [column, row] = swap ? [alongY, alongX] : [alongX, alongY];
	if (pipeline === 'nn512' && (column.length > 512 || row.length > 512)) {
		column = nearest512(column);
		row = nearest512(row);
	}
	return { width: column.length, height: row.length, grey: pixels.grey, words: wordsOf(pixels), column, row };
}
