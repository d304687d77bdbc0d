/**
 * The pixels that PDQ reads, and what this project does with files that are more than 8-bit opaque RGB.
 *
 * Whoever decodes (a browser, or the command line) hands over pixels of this policy, so that one file gives one hash:
 * - alpha: composited on white, as a person sees it on a page; hashed a second time with the alpha simply dropped, where
 *   the decoder still knows the colours under it (a canvas forgets them). A list may hold either.
 * - 16 bits a channel: the high byte. (The reference tool takes the low one, which is noise.)
 * - grey: the value is the luma, exactly. A canvas gives R = G = B instead: then `grey` is false and the RGB sum is taken.
 * - palette: looked up, then RGB, also when all of its colours are grey. 1, 2 and 4 bits are spread over 0 to 255.
 * - EXIF orientation: not applied; the eight variants cover it. Colour profiles and gamma: not applied.
 * - CMYK: inverted to RGB the plain way, R = C * K / 255 of Adobe's inverted values; no profile.
 * - animated files and video: the first frame, on its full canvas.
 * - below 5 pixels in a direction: the all-zero hash, quality 0, never usable. (A file 4 by 600 is one in full size only:
 *   the reference resizes before it looks.)
 * - more than 100 million pixels: not decoded; said as an error before memory is taken.
 */

/** An image, row by row, four bytes a pixel (R, G, B, A; A is ignored here). With `grey`, R alone is the luma. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly rgba: Uint8Array | Uint8ClampedArray;
	readonly grey: boolean;
}

/** More pixels than this are refused before decoding: 400 MB as RGBA, Commons' own limit for thumbnails. */
export const maxPixels = 100_000_000;

/** Whether the reference's file tool resizes an image of this size. */
export const isResized = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
	width > 512 || height > 512;

/** The shorter side below which an image has no hash. */
export const minSide = 5;

/** Whether some pixel is not wholly opaque. */
export function hasAlpha({ rgba }: Pixels): boolean {
	for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return true;
	return false;
}

/** The image as seen on white: every channel is (c * a + 255 * (255 - a)) / 255, rounded to nearest. A copy. */
export function onWhite({ width, height, rgba, grey }: Pixels): Pixels {
	const out = new Uint8Array(rgba.length);
	for (let at = 0; at < rgba.length; at += 4) {
		const alpha = rgba[at + 3] ?? 255;
		const white = 255 * (255 - alpha);
		for (let c = at; c < at + 3; c++) out[c] = Math.round(((rgba[c] ?? 0) * alpha + white) / 255);
		out[at + 3] = 255;
	}
	return { width, height, rgba: out, grey };
}
