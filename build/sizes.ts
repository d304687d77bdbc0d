/** What the built code weighs, in bytes as it is and gzipped, and the budgets it must keep. */
import { gzipSync } from 'node:zlib';

export interface Size {
	readonly raw: number;
	readonly gzip: number;
}

/** DESIGN section 7: everything that a page view loads, in each host. Kilobytes of 1,000 bytes, gzipped. */
const budgets: Record<string, number> = {
	'page.extension': 12_000,
	'page.gadget': 12_000,
	// Acts, timeline and hash checking are verbs of its own; nothing of it loads with a page.
	background: 68_000,
	panel: 80_000,
};

export function sizeOf(...files: Uint8Array[]): Size {
	return {
		raw: files.reduce((sum, file) => sum + file.length, 0),
		gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
	};
}

/** A line for each bundle over its budget. */
export function overBudget(sizes: Readonly<Record<string, Size>>): string[] {
	return Object.entries(budgets).flatMap(([name, budget]) => {
		const gzip = sizes[name]?.gzip ?? 0;
		return gzip > budget ? [`${name} weighs ${gzip} bytes gzipped, its budget is ${budget}`] : [];
	});
}
