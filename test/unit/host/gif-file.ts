/** Writes small GIF files for the decoder's tests: 4 colours, every index as a code of its own, nothing compressed. */

export interface GifPlan {
	/** The canvas that the file names. */
	readonly canvas: readonly [number, number];
	/** Where the first frame lies on it, and the indices of its rows. */
	readonly left: number;
	readonly top: number;
	readonly rows: readonly (readonly number[])[];
	/** The four colours, three bytes each. */
	readonly palette: readonly number[];
	/** The index that is transparent. */
	readonly clear?: number;
}

const u16 = (value: number): number[] => [value & 255, value >> 8];

/** Codes of three bits, the table cleared before each so that it never grows. */
function codes(indices: readonly number[]): number[] {
	const bits = [...indices.flatMap((index) => [4, index]), 5].flatMap((code) => [code & 1, (code >> 1) & 1, code >> 2]);
	const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
		bits.slice(at * 8, at * 8 + 8).reduce((byte, bit, i) => byte | (bit << i), 0),
	);
	const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, i) => bytes.slice(i * 255, i * 255 + 255));
	return [2, ...blocks.flatMap((block) => [block.length, ...block]), 0];
}

export function gif({ canvas, left, top, rows, palette, clear }: GifPlan): Uint8Array {
	const control = clear === undefined ? [] : [0x21, 0xf9, 4, 1, 0, 0, clear, 0];
	const size = [rows[0]?.length ?? 0, rows.length];
	return Uint8Array.from([
		...Buffer.from('GIF89a', 'latin1'),
		...canvas.flatMap(u16),
		0x81,
		0,
		0,
		...palette,
		...control,
		0x2c,
		...[left, top, ...size].flatMap(u16),
		0,
		...codes(rows.flat()),
		0x3b,
	]);
}
