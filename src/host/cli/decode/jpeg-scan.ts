/** One scan of a JPEG file with some of its components left out (ITU T.81, A.2, F.2.2 and G.1.2), without decoding it. */
import { BitSink, BitSource, type Codes } from './jpeg-bits.ts';

export interface Part {
	/** Blocks across and down in a unit of all components. */
	readonly across: number;
	readonly down: number;
	readonly dc: Codes | undefined;
	readonly ac: Codes | undefined;
	/** Which of the files it goes to. */
	readonly files: readonly number[];
}

export interface Scan {
	readonly parts: readonly Part[];
	/** Units of all components in the picture, and between two restarts (0: there are none). */
	readonly units: number;
	readonly restart: number;
	/** Of a sequential file every scan holds whole blocks; of a progressive one these hold DC alone, first or refined. */
	readonly holds: 'blocks' | 'dc' | 'dc-bit';
}

/** The entropy-coded data at `at`, cut at the restart markers and with stuffed bytes taken out; and where they end. */
export function entropyAt(bytes: Uint8Array, at: number): { pieces: Uint8Array[]; end: number } {
	const pieces: Uint8Array[] = [];
	for (;;) {
		let end = at;
		let stuffed = 0;
		while (end < bytes.length && (bytes[end] !== 255 || bytes[end + 1] === 0)) {
			if (bytes[end] === 255) stuffed++;
			end += bytes[end] === 255 ? 2 : 1;
		}
		end = Math.min(end, bytes.length);
		const piece = new Uint8Array(end - at - stuffed);
		for (let i = at, to = 0; to < piece.length; i += bytes[i] === 255 ? 2 : 1) piece[to++] = bytes[i] ?? 0;
		pieces.push(piece);
		const marker = bytes[end + 1] ?? 0;
		if (marker < 0xd0 || marker > 0xd7) return { pieces, end };
		at = end + 2;
	}
}

/** The data of one block. False where they are no such data. */
function copyBlock(source: BitSource, { dc, ac }: Part, holds: Scan['holds'], sinks: readonly BitSink[]): boolean {
	if (holds === 'dc-bit') {
		source.copy(1, sinks);
		return true;
	}
	const size = dc ? source.symbol(dc, sinks) : -1;
	if (size < 0 || size > 16) return false;
	source.copy(size, sinks);
	for (let k = holds === 'dc' ? 64 : 1; k < 64;) {
		const symbol = ac ? source.symbol(ac, sinks) : -1;
		if (symbol < 0) return false;
		const bits = symbol & 15;
		if (bits === 0 && symbol !== 0xf0) return true;
		source.copy(bits, sinks);
		k += (symbol >> 4) + 1;
	}
	return true;
}

function copyUnit(source: BitSource, { parts, holds }: Scan, sinks: readonly BitSink[]): boolean {
	return parts.every((part) => {
		const own = part.files.flatMap((file) => sinks[file] ?? []);
		for (let block = part.across * part.down; block > 0; block--) {
			if (!copyBlock(source, part, holds, own)) return false;
		}
		return true;
	});
}

/** The entropy-coded data of this scan for each of `count` files. Where they break, the rest up to the next restart is missing. */
export function splitScan(pieces: readonly Uint8Array[], scan: Scan, count: number): Buffer[] {
	const sinks = Array.from({ length: count }, () => new BitSink());
	const out = sinks.map((): Uint8Array[] => []);
	pieces.forEach((piece, i) => {
		const source = new BitSource(piece);
		// Counted, as the bits that fill up the last byte may look like more of the picture.
		let left = Math.min(scan.restart || scan.units, scan.units - i * scan.restart);
		while (left-- > 0 && !source.ended && copyUnit(source, scan, sinks));
		sinks.forEach((sink, file) => {
			if (i > 0) out[file]?.push(Uint8Array.of(255, 0xd0 + ((i - 1) & 7)));
			out[file]?.push(sink.take());
		});
	});
	return out.map((parts) => Buffer.concat(parts));
}
