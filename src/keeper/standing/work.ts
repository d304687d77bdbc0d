/** Proof of work: a nonce for one report, looked for in slices, so that nothing else waits long. */
import { sha256 } from '@noble/hashes/sha2.js';
import { workText, zeroBits } from '../../contract/standing.ts';

/** A browser counts a task of 50 ms as long; a busy machine takes its share of them. */
const sliceMs = 20;
/** Some tenths of a millisecond even on a slow machine. */
const between = 64;

/** Gives way to everything that waits. */
const rest = (): Promise<void> => new Promise((next) => setTimeout(next, 0));

/** Null where `signal` ends before one is found. On average 2 to the power of `bits` hashes. `clock` in ms. */
export async function workFor(
	report: { readonly id: string; readonly hash: string },
	bits: number,
	signal: AbortSignal,
	{ clock = () => performance.now(), pause = rest } = {},
): Promise<string | null> {
	const encoder = new TextEncoder();
	const head = encoder.encode(workText(report, ''));
	const text = new Uint8Array(head.length + 16);
	text.set(head);
	let tried = 0;
	while (!signal.aborted) {
		const end = clock() + sliceMs;
		do {
			for (const last = tried + between; tried < last; tried++) {
				const nonce = tried.toString(36);
				const { written } = encoder.encodeInto(nonce, text.subarray(head.length));
				if (zeroBits(sha256(text.subarray(0, head.length + written))) >= bits) return nonce;
			}
		} while (clock() < end);
		await pause();
	}
	return null;
}
