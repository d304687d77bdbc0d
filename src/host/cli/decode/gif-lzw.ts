/** The compression of GIF's pixels (GIF89a specification, appendix F), undone. */

/** Unpacks at most `wanted` indices from the code size at `at`; `count` says how many there were before the data ended or broke. */
export function unpack(bytes: Uint8Array, at: number, wanted: number): { indices: Uint8Array; count: number } {
	const size = bytes[at++] ?? 0;
	const indices = new Uint8Array(wanted);
	if (size < 1 || size > 11) return { indices, count: 0 };
	const [clear, end] = [1 << size, (1 << size) + 1];
	// A code stands for a stretch of what has been written already: where it starts, and how long it is.
	const start = new Uint32Array(4096);
	const length = new Uint16Array(4096);
	let [next, width, before, count] = [end + 1, size + 1, -1, 0];
	let [bits, held, block] = [0, 0, 0];
	while (count < wanted) {
		while (held < width) {
			if (block === 0) block = bytes[at++] ?? 0;
			if (block === 0 || at >= bytes.length) return { indices, count };
			bits |= (bytes[at++] ?? 0) << held;
			held += 8;
			block--;
		}
		const code = bits & ((1 << width) - 1);
		bits >>>= width;
		held -= width;
		if (code === clear) [next, width, before] = [end + 1, size + 1, -1];
		else if (code === end || code > next || (code === next && before < 0)) return { indices, count };
		else {
			const from = count;
			if (code < clear) indices[count++] = code;
			else {
				const [first, long] = code < next ? [start[code] ?? 0, length[code] ?? 0] : [before, from - before + 1];
				for (let i = 0; i < long && count < wanted; i++) indices[count++] = indices[first + i] ?? 0;
			}
			if (before >= 0 && next < 4096) {
				start[next] = before;
				length[next] = from - before + 1;
				next++;
				if (next === 1 << width && width < 12) width++;
			}
			before = from;
		}
	}
	return { indices, count };
}
