/** The samples of a PNG row as RGBA bytes: sub-byte depths spread over 0 to 255, of 16 bits the high byte. */
import type { PngFile } from './png-chunks.ts';

/** Writes `columns` pixels of `line` into `rgba` from `to`, `step` bytes apart. A palette entry that does not exist is black. */
export function spread(
	file: PngFile,
	line: Uint8Array,
	columns: number,
	rgba: Uint8Array,
	to: number,
	step: number,
): void {
	const { depth, colour, channels, palette, transparent } = file;
	const most = depth === 16 ? 65535 : (1 << depth) - 1;
	const sample = (i: number): number => {
		if (depth === 8) return line[i] ?? 0;
		if (depth === 16) return ((line[2 * i] ?? 0) << 8) | (line[2 * i + 1] ?? 0);
		const bit = i * depth;
		return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & most;
	};
	const byte = (value: number): number => (depth === 16 ? value >> 8 : depth === 8 ? value : (value * 255) / most);
	const keyOf = (i: number): number => (((transparent?.[2 * i] ?? 0) << 8) | (transparent?.[2 * i + 1] ?? 0)) & most;
	const keyed = transparent && transparent.length >= 2 * channels && (colour === 0 || colour === 2);
	for (let x = 0; x < columns; x++) {
		const first = x * channels;
		let alpha = 255;
		if (colour === 3) {
			const index = sample(x);
			for (let c = 0; c < 3; c++) rgba[to + c] = palette[index * 3 + c] ?? 0;
			alpha = transparent?.[index] ?? 255;
		} else {
			const grey = channels < 3;
			for (let c = 0; c < 3; c++) rgba[to + c] = byte(sample(grey ? first : first + c));
			if (channels === 2 || channels === 4) alpha = byte(sample(first + channels - 1));
			else if (keyed && sample(first) === keyOf(0)) {
				alpha = grey || (sample(first + 1) === keyOf(1) && sample(first + 2) === keyOf(2)) ? 0 : 255;
			}
		}
		rgba[to + 3] = alpha;
		to += step;
	}
}
