/** Draws small landscape pictures from a number and writes them as PNG, so that no picture has to be in the repository. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** A PNG file (truecolour, 8 bit; PNG specification, W3C) from a function that gives [red, green, blue] for each pixel. */
export function png(
	width: number,
	height: number,
	pixel: (x: number, y: number) => readonly [number, number, number],
): Uint8Array<ArrayBuffer> {
	const rows = Buffer.alloc(height * (width * 3 + 1));
	for (let y = 0, at = 0; y < height; y++) {
		rows[at++] = 0;
		for (let x = 0; x < width; x++) for (const value of pixel(x, y)) rows[at++] = value;
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
	return new Uint8Array(Buffer.concat(parts));
}

/** Sky, sun, hills and water; another `mood` gives another picture. */
export function landscape(width: number, height: number, mood: number): Uint8Array<ArrayBuffer> {
	const hill = (x: number, steep: number): number =>
		height * (0.5 + steep * Math.sin(x / width / steep + mood) + (steep / 3) * Math.sin((x / width) * 17 + mood * 3));
	const sun = { x: width * (0.2 + 0.15 * (mood % 4)), y: height * 0.2, radius: height * 0.07 };
	return png(width, height, (x, y) => {
		if (Math.hypot(x - sun.x, y - sun.y) < sun.radius) return [255, 226, 120];
		if (y > height * 0.78) return [50, 90 + (((x >> 4) + (y >> 2) * mood) % 9) * 4, 140 + ((y * 7 + x) % 11)];
		if (y > hill(x, 0.12) + height * 0.1) return [46, 104 + ((mood * 13) % 40), 62];
		if (y > hill(x, 0.06)) return [92, 138, 96 + ((mood * 9) % 30)];
		const fade = Math.round((y / height) * 90);
		return [150 + fade, 190 + Math.round(fade / 2), 235];
	});
}
