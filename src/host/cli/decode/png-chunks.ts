/** The chunks of a PNG file: its header, palette, transparency and joined picture data. */

export interface PngFile {
	readonly width: number;
	readonly height: number;
	readonly depth: number;
	/** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
	readonly colour: number;
	readonly channels: number;
	readonly interlaced: boolean;
	/** PLTE as it stands. */
	readonly palette: Uint8Array;
	/** tRNS as it stands. */
	readonly transparent: Uint8Array | null;
	readonly data: Uint8Array;
}

const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depthsOf: Record<number, number[]> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const signature = [137, 80, 78, 71, 13, 10, 26, 10];

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte);

/** Reads the chunks up to IEND, or null where the file is none that the specification allows. Checksums are not looked at. */
export function readChunks(bytes: Uint8Array): PngFile | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (!isPng(bytes) || bytes.length < 33 || view.getUint32(12) !== 0x49484452) return null;
	const [width, height] = [view.getUint32(16), view.getUint32(20)];
	const [depth, colour, interlace] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)];
	const channels = channelsOf[colour] ?? 0;
	if (width === 0 || height === 0 || interlace > 1 || !depthsOf[colour]?.includes(depth)) return null;
	let palette = new Uint8Array();
	let transparent: Uint8Array | null = null;
	const data: Uint8Array[] = [];
	for (let at = 33; at + 8 <= bytes.length;) {
		const length = view.getUint32(at);
		const kind = view.getUint32(at + 4);
		const body = bytes.subarray(at + 8, at + 8 + length);
		if (kind === 0x49454e44) break;
		if (kind === 0x504c5445) palette = new Uint8Array(body);
		if (kind === 0x74524e53) transparent = body;
		if (kind === 0x49444154) data.push(body);
		at += 12 + length;
	}
	if (colour === 3 && palette.length < 3) return null;
	return {
		width,
		height,
		depth,
		colour,
		channels,
		interlaced: interlace === 1,
		palette,
		transparent,
		data: join(data),
	};
}

function join(parts: Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
