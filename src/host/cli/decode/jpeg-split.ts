/**
 * A JPEG file of four components made into two of three, which libjpeg decodes: what it gives for a component depends on no
 * other, but for the largest sampling factors, so that both files keep the component that has them.
 */
import { codesOf, type Codes } from './jpeg-bits.ts';
import { entropyAt, splitScan, type Scan } from './jpeg-scan.ts';

export interface Split {
	readonly files: readonly [Buffer, Buffer];
	/** Which component each file leaves out. */
	readonly without: readonly [number, number];
	/** Whether the first three are YCbCr: what Adobe's marker says (of no marker they are not). */
	readonly ycc: boolean;
}

interface Component {
	readonly id: number;
	readonly across: number;
	readonly down: number;
	/** As it stands in the frame header. */
	readonly bytes: Uint8Array;
}

const segment = (marker: number, body: Uint8Array): Buffer => {
	const head = Buffer.from([255, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
};

/** Adobe's marker that says: three components as they are, no YCbCr. */
const plainColours = segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\0', 'latin1'));

/** Null where the file is no sequential or progressive one with Huffman codes, or is cut off before its picture. */
export function splitJpeg(bytes: Uint8Array): Split | null {
	const outs: [Buffer[], Buffer[]] = [
		[Buffer.from([255, 0xd8]), plainColours],
		[Buffer.from([255, 0xd8]), plainColours],
	];
	const tables = new Map<number, Codes>();
	let components: Component[] = [];
	let without: [number, number] = [3, 2];
	let [restart, units, adobe, scans] = [0, 0, 0, 0];
	let progressive = false;
	let at = 2;
	const both = (marker: number, body: Uint8Array): void => outs.forEach((out) => out.push(segment(marker, body)));

	const readFrame = (body: Uint8Array): boolean => {
		if (components.length > 0 || body[5] !== 4 || body.length < 18) return false;
		components = [0, 1, 2, 3].map((i) => {
			const own = body.subarray(6 + i * 3, 9 + i * 3);
			return { id: own[0] ?? 0, across: (own[1] ?? 0) >> 4, down: (own[1] ?? 0) & 15, bytes: own };
		});
		const across = Math.max(...components.map((one) => one.across));
		const down = Math.max(...components.map((one) => one.down));
		const main = components.findIndex((one) => one.across === across && one.down === down);
		if (main < 0 || across * down === 0) return false;
		without = main === 3 ? [2, 1] : main === 2 ? [3, 1] : [3, 2];
		const u16 = (i: number): number => ((body[i] ?? 0) << 8) | (body[i + 1] ?? 0);
		units = Math.ceil(u16(3) / (8 * across)) * Math.ceil(u16(1) / (8 * down));
		return true;
	};

	const readCodes = (body: Uint8Array): void => {
		for (let i = 0; i + 17 <= body.length;) {
			const counts = body.subarray(i + 1, i + 17);
			const length = counts.reduce((sum, count) => sum + count, 0);
			tables.set(body[i] ?? 0, codesOf(counts, body.subarray(i + 17, i + 17 + length)));
			i += 17 + length;
		}
	};

	/** Writes the scan into both files. False where it cannot be parted. */
	const readScan = (body: Uint8Array, from: number): boolean => {
		const named = Array.from({ length: body[0] ?? 0 }, (_, i) => {
			const which = components.findIndex(({ id }) => id === body[1 + i * 2]);
			return { which, tables: body[2 + i * 2] ?? 0, bytes: body.subarray(1 + i * 2, 3 + i * 2) };
		});
		if (named.length === 0 || named.some(({ which }) => which < 0)) return false;
		const rest = body.subarray(1 + named.length * 2);
		const { pieces, end } = entropyAt(bytes, from);
		at = end;
		const parts = named.map(({ which, tables: pair }) => ({
			across: components[which]?.across ?? 1,
			down: components[which]?.down ?? 1,
			dc: tables.get(pair >> 4),
			ac: tables.get(0x10 | (pair & 15)),
			files: [0, 1].filter((file) => without[file] !== which),
		}));
		const holds: Scan['holds'] = !progressive ? 'blocks' : (rest[2] ?? 0) >> 4 ? 'dc-bit' : 'dc';
		const apart = named.length > 1 ? splitScan(pieces, { parts, units, restart, holds }, 2) : [];
		return outs.every((out, file) => {
			const kept = named.filter(({ which }) => which !== without[file]);
			if (kept.length === 0) return true;
			// Alone, the blocks of a component would stand in another order.
			const alone = kept.length === 1 && named.length > 1;
			if (alone && parts.some((part) => part.files.includes(file) && part.across * part.down > 1)) return false;
			out.push(segment(0xda, Buffer.concat([Uint8Array.of(kept.length), ...kept.map((one) => one.bytes), rest])));
			out.push(apart[file] ?? Buffer.from(bytes.subarray(from, end)));
			scans++;
			return true;
		});
	};

	while (at + 4 <= bytes.length) {
		const marker = bytes[at + 1] ?? 0;
		if (bytes[at] !== 255 || marker === 255 || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
			at++;
			continue;
		}
		if (marker === 0xd9) break;
		const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
		if (end > bytes.length) break;
		const body = bytes.subarray(at + 4, end);
		at = end;
		if (marker === 0xda) {
			if (!readScan(body, end)) break;
		} else if (marker >= 0xc0 && marker <= 0xc2) {
			if (!readFrame(body)) return null;
			progressive = marker === 0xc2;
			outs.forEach((out, file) => {
				const kept = components.filter((_, i) => i !== without[file]).map((one) => one.bytes);
				out.push(segment(marker, Buffer.concat([body.subarray(0, 5), Uint8Array.of(3), ...kept])));
			});
		} else if (marker === 0xc4) {
			readCodes(body);
			both(marker, body);
		} else if (marker === 0xdd) {
			restart = ((body[0] ?? 0) << 8) | (body[1] ?? 0);
			both(marker, body);
		} else if (marker === 0xdb) both(marker, body);
		else if (marker === 0xee && Buffer.from(body.subarray(0, 5)).toString('latin1') === 'Adobe') adobe = body[11] ?? 0;
	}
	if (scans === 0) return null;
	const [first, second] = outs.map((out) => Buffer.concat([...out, Uint8Array.of(255, 0xd9)]));
	return first && second ? { files: [first, second], without, ycc: adobe !== 0 } : null;
}
