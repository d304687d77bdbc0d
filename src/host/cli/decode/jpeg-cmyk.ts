/** JPEG files of four components: CMYK and YCCK, as libjpeg decodes them, inverted to RGB the plain way. */
import * as libjpeg from '@jsquash/jpeg/decode.js';
import { run } from './codec.ts';
import { refuse, type Decoded } from './image.ts';
import { splitJpeg } from './jpeg-split.ts';

const fixed = (x: number): number => Math.round(x * 65536);
const within = (x: number): number => (x < 0 ? 0 : x > 255 ? 255 : x);

/**
 * All values are taken as Adobe's inverted ones, also without its marker, as Chromium and Firefox do. YCCK becomes CMYK by
 * libjpeg's sums in 16 bits of fraction.
 */
export async function decodeCmyk(bytes: Uint8Array): Promise<Decoded> {
	const split = splitJpeg(bytes);
	const first = split && (await run(libjpeg, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', split.files[0]));
	const second = first && (await run(libjpeg, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', split.files[1]));
	if (!second) return refuse('broken');
	const { without, ycc } = split;
	const { data: rgba, width, height } = first;
	const sources = [0, 1, 2, 3].map((which) => {
		const file = which === without[0] ? 1 : 0;
		return { data: [rgba, second.data][file] ?? rgba, offset: which - Number(which > (without[file] ?? 3)) };
	});
	const [c, m, y, k] = sources;
	if (!c || !m || !y || !k) return refuse('broken');
	for (let at = 0; at < rgba.length; at += 4) {
		let [red = 0, green = 0, blue = 0] = [c.data[at + c.offset], m.data[at + m.offset], y.data[at + y.offset]];
		const black = k.data[at + k.offset] ?? 0;
		if (ycc) {
			const [luma, cb, cr] = [red, green - 128, blue - 128];
			red = 255 - within(luma + ((fixed(1.402) * cr + 32768) >> 16));
			green = 255 - within(luma + ((-fixed(0.34414) * cb - fixed(0.71414) * cr + 32768) >> 16));
			blue = 255 - within(luma + ((fixed(1.772) * cb + 32768) >> 16));
		}
		rgba[at] = Math.round((red * black) / 255);
		rgba[at + 1] = Math.round((green * black) / 255);
		rgba[at + 2] = Math.round((blue * black) / 255);
	}
	const damaged = first.complaints.length + second.complaints.length > 0;
	return { pixels: { width, height, rgba, grey: false }, damaged };
}
