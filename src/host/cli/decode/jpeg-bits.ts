/** The bits of JPEG's entropy-coded data (ITU T.81, annexes B.1.1.5, C and F.2.2), read from one file and copied into others. */

/** For every 16 bits that may come: the length of the code they begin with, times 256, and its symbol. 0 where none does. */
export type Codes = Uint16Array;

/** `counts` says how many codes there are of 1 to 16 bits, `symbols` what they mean. */
export function codesOf(counts: Uint8Array, symbols: Uint8Array): Codes {
	const codes = new Uint16Array(1 << 16);
	let [from, symbol] = [0, 0];
	counts.forEach((count, i) => {
		const span = 1 << (15 - i);
		for (let n = 0; n < count; n++, from += span)
			codes.fill(((i + 1) << 8) | (symbols[symbol++] ?? 0), from, from + span);
	});
	return codes;
}

/** Collects bits, with the byte that is stuffed behind each 255. */
export class BitSink {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;
	#held = 0;
	#count = 0;

	/** At most 16 bits. */
	put(value: number, count: number): void {
		this.#held = ((this.#held << count) | value) & 0xffffff;
		this.#count += count;
		while (this.#count >= 8) {
			this.#count -= 8;
			this.#push((this.#held >> this.#count) & 255);
		}
	}

	/** What was put, the last byte filled up with ones. Empty afterwards. */
	take(): Uint8Array {
		if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count);
		const taken = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		return taken;
	}

	#push(byte: number): void {
		if (this.#length + 2 > this.#bytes.length) {
			const more = new Uint8Array(this.#bytes.length * 2);
			more.set(this.#bytes);
			this.#bytes = more;
		}
		this.#bytes[this.#length++] = byte;
		if (byte === 255) this.#bytes[this.#length++] = 0;
	}
}

/** Reads bits and puts them into sinks on the way. Behind the end there are zeros. */
export class BitSource {
	readonly #bytes: Uint8Array;
	#at = 0;

	/** `bytes` without the stuffed ones. */
	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get ended(): boolean {
		return this.#at >= this.#bytes.length * 8;
	}

	/** The next 16 bits, left where they are. */
	#ahead(): number {
		const [byte, bit] = [this.#at >>> 3, this.#at & 7];
		const b = this.#bytes;
		return ((((b[byte] ?? 0) << 16) | ((b[byte + 1] ?? 0) << 8) | (b[byte + 2] ?? 0)) >> (8 - bit)) & 0xffff;
	}

	copy(count: number, sinks: readonly BitSink[]): void {
		const bits = this.#ahead() >> (16 - count);
		this.#at += count;
		for (const sink of sinks) sink.put(bits, count);
	}

	/** The symbol of the next code, which is copied; -1 where the bits are no code. */
	symbol(codes: Codes, sinks: readonly BitSink[]): number {
		const entry = codes[this.#ahead()] ?? 0;
		if (entry === 0) return -1;
		this.copy(entry >> 8, sinks);
		return entry & 255;
	}
}
