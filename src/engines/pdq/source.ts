/** An image seen from one of eight sides and at one of two sizes, without a copy: where each pixel of the view comes from. */
import { isResized, type Pixels } from './pixels.ts';

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
	/** The bit of a word at which red stands, as a raster says. */
	readonly red: 0 | 16;
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

/** One pass over a picture: its lines are rows or, `across`, columns; `up` takes the last line first. */
export interface Pass {
	readonly across: boolean;
	readonly up: boolean;
}

/** The turn in which a pass sees the picture that reads its lines forwards, or backwards. */
export function turnOf({ across, up }: Pass, back: boolean): Turn {
	const [backX, backY] = across ? [up, back] : [back, up];
	const is = (turn: Turn): boolean =>
		axes[turn].swap === across && axes[turn].backX === backX && axes[turn].backY === backY;
	return turns.find(is) ?? 'original';
}

/** The places along an axis of this many pixels, `stride` words apart. */
export function axis(length: number, backwards: boolean, stride: number): Uint32Array {
	const out = new Uint32Array(length);
	for (let i = 0; i < length; i++) out[i] = (backwards ? length - 1 - i : i) * stride;
	return out;
}

/** Nearest neighbour as the reference resizes: index floor(i * n / 512). */
export function nearest512(table: Uint32Array): Uint32Array {
	return Uint32Array.from({ length: 512 }, (_, i) => table[Math.floor((i * table.length) / 512)] ?? 0);
}

/** The tables of a turn; `x` and `y` give the places along the picture's own axes, forwards or backwards. */
export function seenFrom(
	turn: Turn,
	x: (back: boolean) => Uint32Array,
	y: (back: boolean) => Uint32Array,
): Pick<Source, 'width' | 'height' | 'column' | 'row'> {
	const { swap, backX, backY } = axes[turn];
	const [column, row] = swap ? [y(backY), x(backX)] : [x(backX), y(backY)];
	return { width: column.length, height: row.length, column, row };
}

/** The same memory, a word a pixel. */
export function wordsOf({ rgba }: Pixels): Uint32Array {
	const bytes = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
	return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** The image as one turn and one pipeline see it. A resize takes both sides to 512, whatever the shape. */
export function view(pixels: Pixels, turn: Turn, pipeline: Pipeline): Source {
	const resized = pipeline === 'nn512' && isResized(pixels);
	const along = (length: number, stride: number) => (back: boolean) => {
		const table = axis(length, back, stride);
		return resized ? nearest512(table) : table;
	};
	const tables = seenFrom(turn, along(pixels.width, 1), along(pixels.height, pixels.width));
	return { ...tables, grey: pixels.grey, red: 0, words: wordsOf(pixels) };
}
