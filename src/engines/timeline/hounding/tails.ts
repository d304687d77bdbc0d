/** Exact probabilities of counts: binomial and Poisson-binomial upper tails, and the Clopper-Pearson interval. */

/** P(X >= k) for X binomial(n, p), summed term by term in logarithms; n and k are whole, 0 <= p <= 1. */
export function binomialTail(k: number, n: number, p: number): number {
	if (k <= 0) return 1;
	if (k > n || p <= 0) return 0;
	if (p >= 1) return 1;
	const [yes, no] = [Math.log(p), Math.log1p(-p)];
	let term = n * no;
	let sum = 0;
	for (let i = 0; i <= n; i++) {
		if (i >= k) sum += Math.exp(term);
		term += Math.log((n - i) / (i + 1)) + yes - no;
	}
	return Math.min(1, sum);
}

/**
 * P(X >= k) for a sum of independent yes-or-no draws with these chances (Poisson-binomial), by convolution one draw after
 * another; counts beyond k are one state, so it costs chances.length * k.
 */
export function sumTail(k: number, chances: readonly number[]): number {
	if (k <= 0) return 1;
	if (k > chances.length) return 0;
	const below = new Float64Array(k);
	below[0] = 1;
	let reached = 0;
	for (const chance of chances) {
		reached += (below[k - 1] ?? 0) * chance;
		for (let i = k - 1; i > 0; i--) below[i] = (below[i] ?? 0) * (1 - chance) + (below[i - 1] ?? 0) * chance;
		below[0] = (below[0] ?? 0) * (1 - chance);
	}
	return Math.min(1, reached);
}

/** Where a falling or rising function of p crosses zero, to 1e-12. */
function crossing(isBelow: (p: number) => boolean): number {
	let [low, high] = [0, 1];
	for (let i = 0; i < 40; i++) {
		const middle = (low + high) / 2;
		if (isBelow(middle)) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/**
 * Two-sided interval for the share behind k of n, never narrower than it says. Source: C. J. Clopper, E. S. Pearson, "The use
 * of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934), 404-413.
 */
export function shareInterval(k: number, n: number, confidence = 0.95): [number, number] {
	const each = (1 - confidence) / 2;
	return [
		k <= 0 ? 0 : crossing((p) => binomialTail(k, n, p) < each),
		k >= n ? 1 : crossing((p) => 1 - binomialTail(k + 1, n, p) > each),
	];
}
