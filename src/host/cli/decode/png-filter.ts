/** The filters of PNG's rows (W3C PNG, section 9), undone in place. */

/** `rows` rows of a filter byte and `length` bytes each from `start`; `step` bytes make a pixel. How many rows there are before an unknown filter. */
export function unfilter(raw: Uint8Array, start: number, rows: number, length: number, step: number): number {
	for (let row = 0; row < rows; row++) {
		const at = start + row * (length + 1);
		const filter = raw[at] ?? 0;
		if (filter > 4) return row;
		if (filter === 0) continue;
		const first = at + 1;
		for (let i = 0; i < length; i++) {
			const left = i >= step ? (raw[first + i - step] ?? 0) : 0;
			const up = row > 0 ? (raw[first + i - length - 1] ?? 0) : 0;
			let guess = left;
			if (filter === 2) guess = up;
			else if (filter === 3) guess = (left + up) >> 1;
			else if (filter === 4)
				guess = paeth(left, up, i >= step && row > 0 ? (raw[first + i - step - length - 1] ?? 0) : 0);
			raw[first + i] = (raw[first + i] ?? 0) + guess;
		}
	}
	return rows;
}

function paeth(left: number, up: number, corner: number): number {
	const toLeft = Math.abs(up - corner);
	const toUp = Math.abs(left - corner);
	const toCorner = Math.abs(left + up - 2 * corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}
