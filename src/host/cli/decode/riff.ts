/** The chunks of a WebP file, taken apart and put together again. */

export interface Chunk {
	readonly name: string;
	readonly body: Uint8Array;
}

/** The chunks one after another; the last may be shorter than it says. */
export function chunksOf(bytes: Uint8Array): Chunk[] {
	const all: Chunk[] = [];
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at + 8 <= buffer.length;) {
		const length = buffer.readUInt32LE(at + 4);
		all.push({ name: buffer.toString('latin1', at, at + 4), body: buffer.subarray(at + 8, at + 8 + length) });
		at += 8 + length + (length & 1);
	}
	return all;
}

/** A still WebP file of one frame's chunks; `width` and `height` are the frame's, less one. */
export function riff(chunks: Chunk[], width: number, height: number): Uint8Array {
	const head = Buffer.alloc(10);
	head[0] = chunks.some(({ name }) => name === 'ALPH') ? 0x10 : 0;
	head.writeUIntLE(width, 4, 3);
	head.writeUIntLE(height, 7, 3);
	const parts = [{ name: 'VP8X', body: head }, ...chunks].flatMap(({ name, body }) => {
		const title = Buffer.alloc(8);
		title.write(name, 'latin1');
		title.writeUInt32LE(body.length, 4);
		return [title, body, Buffer.alloc(body.length & 1)];
	});
	const rest = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
	const start = Buffer.alloc(8);
	start.write('RIFF', 'latin1');
	start.writeUInt32LE(rest.length, 4);
	return Buffer.concat([start, rest]);
}
