/** What the resize to 512 by 512 looks at, from all eight sides: picked out while a raster is read for something else. */
import { isResized } from './pixels.ts';
import type { Part, Raster } from './raster.ts';
import { axis, nearest512, seenFrom, type Source, type Turn } from './source.ts';

export interface Nearest {
	/** The same raster; what is read of it, whole rows at a time, is picked from until all is there. */
	readonly raster: Raster;
	/** Reads all of it, for that alone. */
	readAll(): Promise<void>;
	/** The resized picture, or the whole of one that is not resized, as a turn sees it. */
	view(turn: Turn): Source;
}

/** Where the wanted columns (or rows) are, those of a view that runs backwards behind the others. */
function wanted(length: number, resized: boolean): readonly Uint32Array[] {
	const both = [axis(length, false, 1), axis(length, true, 1)];
	return resized ? both.map(nearest512) : both.slice(0, 1);
}

export function nearestOf(raster: Raster): Nearest {
	const resized = isResized(raster);
	const [columns, rows] = [raster.width, raster.height].map((length) => {
		const each = wanted(length, resized);
		return Uint32Array.from(each.flatMap((one) => [...one]));
	}) as [Uint32Array, Uint32Array];
	const kept = new Uint32Array(columns.length * rows.length);

	let left = raster.width * raster.height;

	const take = ({ x, y, width, height }: Part, words: Uint32Array, stride: number): void => {
		left -= width * height;
		rows.forEach((row, r) => {
			if (row < y || row >= y + height) return;
			const from = (row - y) * stride - x;
			const to = r * columns.length;
			for (let c = 0; c < columns.length; c++) {
				const column = columns[c] ?? 0;
				if (column >= x && column < x + width) kept[to + c] = words[from + column] ?? 0;
			}
		});
	};
	const read: Raster['read'] = async (part, to, stride) => {
		await raster.read(part, to, stride);
		if (left > 0) take(part, to, stride);
	};
	/** Places in `kept` along one of its sides. */
	const along = (length: number, step: number) => (back: boolean) =>
		resized ? axis(512, false, step).map((at) => at + (back ? 512 * step : 0)) : axis(length, back, step);

	return {
		raster: { ...raster, read },
		async readAll() {
			const { width, height } = raster;
			await read({ x: 0, y: 0, width, height }, new Uint32Array(width * height), width);
		},
		view(turn) {
			const { grey, red } = raster;
			const tables = seenFrom(turn, along(raster.width, 1), along(raster.height, columns.length));
			return { ...tables, grey, red, words: kept };
		},
	};
}
