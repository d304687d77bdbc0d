/** When a failed sending is tried again, and which answers mean that it never will be. */
import type { ProblemKey } from '../../contract/problem.ts';

const forGood: ReadonlySet<ProblemKey> = new Set<ProblemKey>([
	'bad-input',
	'unknown-clause',
	'too-long',
	'too-large',
	'wrong-recipients',
	'conflict',
	'forbidden',
	'not-found',
	'wrong-origin',
	'switched-off',
]);

/** Whether the backend refused this report itself, so that sending the same bytes again is of no use. */
export function isRefusal(problem: ProblemKey): boolean {
	return forGood.has(problem);
}

const firstMs = 5_000;
const longestMs = 10 * 60_000;

/** Milliseconds to wait after the n-th failed try: doubling, at most ten minutes, half of it by chance (0 to 1). */
export function waitAfter(tries: number, chance: number): number {
	const full = Math.min(firstMs * 2 ** Math.max(0, tries - 1), longestMs);
	return Math.round(full / 2 + (full / 2) * chance);
}
