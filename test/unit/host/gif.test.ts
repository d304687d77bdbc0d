/** GIF files come out as Chromium shows them: nothing hides beyond the canvas, and the transparent colour is kept. */
import { expect, test } from 'vitest';
import { decodeGif } from '../../../src/host/cli/decode/gif.ts';
import { gif, type GifPlan } from './gif-file.ts';

const palette = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
const plan: GifPlan = {
	canvas: [3, 2],
	left: 0,
	top: 0,
	rows: [
		[0, 1, 2],
		[3, 2, 1],
	],
	palette,
};

/** The pixels of a file, each as its palette index, `-` where it is transparent, `.` where no frame lies. */
function seen(bytes: Uint8Array): string[] {
	const decoded = decodeGif(bytes);
	if ('refused' in decoded) return [decoded.refused];
	const { width, height, rgba } = decoded.pixels;
	const pixel = (at: number): string => {
		const [r = 0, g, b, alpha] = rgba.subarray(at * 4, at * 4 + 4);
		if (r === 0) return alpha === 0 ? '.' : '?';
		const index = String(palette.indexOf(r) / 3);
		return g === r + 10 && b === r + 20 ? index + (alpha === 0 ? '-' : '') : '?';
	};
	return Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (_, x) => pixel(y * width + x)).join(' '),
	);
}

test('the transparent colour loses its alpha and keeps its values, for the hash with the alpha dropped', () => {
	expect(seen(gif(plan))).toEqual(['0 1 2', '3 2 1']);
	expect(seen(gif({ ...plan, clear: 2 }))).toEqual(['0 1 2-', '3 2- 1']);
});

test('a first frame lies where it says, and makes a canvas larger that it goes beyond', () => {
	expect(seen(gif({ ...plan, canvas: [5, 3], left: 1, top: 1 }))).toEqual(['. . . . .', '. 0 1 2 .', '. 3 2 1 .']);
	expect(seen(gif({ ...plan, left: 1, top: 1 }))).toEqual(['. . . .', '. 0 1 2', '. 3 2 1']);
	expect(seen(gif({ ...plan, canvas: [0, 0] }))).toEqual(['0 1 2', '3 2 1']);
	expect(seen(gif({ ...plan, rows: [] }))).toEqual(['broken']);
	expect(seen(gif({ ...plan, left: 65_000, top: 65_000 }))).toEqual(['too-many-pixels']);
});
