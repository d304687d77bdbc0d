/** Many questions at once: p values that keep the false alarm level for all of them together. */

/**
 * Adjusted p values in the order given. Source: S. Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6 (1979), 65-70.
 */
export function holm(values: readonly number[]): number[] {
	const order = values.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
	const adjusted: number[] = [];
	let largest = 0;
	for (const [rank, { p, at }] of order.entries()) {
		largest = Math.max(largest, Math.min(1, p * (values.length - rank)));
		adjusted[at] = largest;
	}
	return adjusted;
}
