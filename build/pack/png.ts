/** The icon as PNG in any size, drawn by numbers: a house whose door is a speech bubble, on a round ground. */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];
const blue: Colour = [51, 102, 204];
const white: Colour = [255, 255, 255];

/** Colour at a point of the unit square; null outside the ground. */
function colourAt(x: number, y: number): Colour | null {
	if (Math.hypot(x - 0.5, y - 0.5) > 0.5) return null;
	const roof = y >= 0.16 && y <= 0.46 && Math.abs(x - 0.5) <= ((y - 0.16) / 0.3) * 0.34;
	const walls = y > 0.44 && y <= 0.78 && Math.abs(x - 0.5) <= 0.24;
	const bubble = Math.hypot((x - 0.5) / 1.15, y - 0.54) <= 0.115;
	const tail = y > 0.6 && y <= 0.72 && x >= 0.44 && x <= 0.44 + (0.72 - y) * 0.9;
	return (roof || walls) && !bubble && !tail ? white : blue;
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const head = Buffer.alloc(4);
	head.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([head, body, sum]);
}

/** PNG (W3C) with 8-bit RGBA, each pixel the mean of 16 points. */
export function icon(size: number): Buffer {
	const rows = Buffer.alloc((size * 4 + 1) * size);
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const sum = [0, 0, 0];
			let inside = 0;
			for (let i = 0; i < 16; i++) {
				const colour = colourAt((x + ((i % 4) + 0.5) / 4) / size, (y + (Math.floor(i / 4) + 0.5) / 4) / size);
				if (!colour) continue;
				inside++;
				colour.forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
			}
			const at = y * (size * 4 + 1) + 1 + x * 4;
			sum.forEach((value, channel) => (rows[at + channel] = inside ? Math.round(value / inside) : 0));
			rows[at + 3] = Math.round((inside / 16) * 255);
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(size, 0);
	head.writeUInt32BE(size, 4);
	head[8] = 8;
	head[9] = 6;
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
