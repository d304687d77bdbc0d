/** Proof of work: what anybody can do who has no account, more of it while many do. */
import { createHash } from 'node:crypto';
import { workText, zeroBits } from '../../contract/standing.ts';

export function hasWorked(
	report: { readonly id: string; readonly hash: string },
	nonce: string,
	bits: number,
): boolean {
	return zeroBits(createHash('sha256').update(workText(report, nonce)).digest()) >= bits;
}

export interface Work {
	/** How many zero bits are asked for now. */
	bits(): number;
	/** One more report came by work. */
	count(): void;
}

const hour = 3600 * 1000;
/** So many reports by work in an hour are nothing unusual; from there each doubling asks for one bit more. */
const usualInAnHour = 1000;
/** Sixteen times the work is still a matter of seconds for one person. */
const mostMore = 4;

/** Counted by this process alone, and only how many; whoever asks for no work at all never does. `now` in ms. */
export function openWork(least: number, now: () => number): Work {
	let began = now();
	let count = 0;
	let before = 0;

	function inTheLastHour(): number {
		const passed = Math.floor((now() - began) / hour);
		if (passed > 0) {
			before = passed === 1 ? count : 0;
			count = 0;
			began += passed * hour;
		}
		return count + before * (1 - (now() - began) / hour);
	}
	return {
		bits: () =>
			least === 0
				? 0
				: least + Math.min(mostMore, Math.max(0, Math.floor(Math.log2(inTheLastHour() / usualInAnHour)) + 1)),
		count() {
			inTheLastHour();
			count++;
		},
	};
}
