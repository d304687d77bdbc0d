/** JSON padded with blanks, so that the length of a sealed thing tells less of what is in it. */

/**
 * The longest report in bytes of JSON: sealed, padded and in base64 it stays below the 12,000,000 characters that
 * `SealedReportSchema` takes.
 */
export const longestBody = 8_900_000;

/** UTF-8 JSON whose length is a multiple of `step` bytes; JSON readers skip the blanks at its end. */
export function paddedJson(value: unknown, step: number): Uint8Array<ArrayBuffer> {
	const bytes = new TextEncoder().encode(JSON.stringify(value));
	const padded = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(0x20);
	padded.set(bytes);
	return padded;
}
