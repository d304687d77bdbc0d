/** A picture that is read a part at a time, wherever its dots are: in memory, or still in a decoder's frame. */
import type { Pixels } from './pixels.ts';
import { wordsOf } from './source.ts';

/** A rectangle of a picture, in pixels. */
export interface Part {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface Raster {
	readonly width: number;
	readonly height: number;
	/** The red channel alone is the luma. */
	readonly grey: boolean;
	/** The bit of a word at which red stands: 0 where the bytes are R, G, B; 16 where they are B, G, R. */
	readonly red: 0 | 16;
	/** Puts the words of a part into `to`, its rows `stride` words apart. */
	read(part: Part, to: Uint32Array, stride: number): Promise<void> | void;
}

/** Narrower parts are copied word by word: calling for each row would cost more. */
const wide = 64;

export function rasterOf(pixels: Pixels): Raster {
	const { width, height, grey } = pixels;
	const words = wordsOf(pixels);
	return {
		width,
		height,
		grey,
		red: 0,
		read(part, to, stride) {
			for (let y = 0; y < part.height; y++) {
				const from = (part.y + y) * width + part.x;
				const at = y * stride;
				if (part.width >= wide) to.set(words.subarray(from, from + part.width), at);
				else for (let x = 0; x < part.width; x++) to[at + x] = words[from + x] ?? 0;
			}
		},
	};
}
