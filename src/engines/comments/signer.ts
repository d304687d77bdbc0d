/** Who signs at a time stamp: the links before it that make up one signature, and the likeliest person among them. */
import { FOREIGN, type LinkSpan, type Run } from './run.ts';
import type { TimeStamp } from './timestamps.ts';
import { SENTENCE_END, depthAt, outside, wordsIn } from './words.ts';

/** A link further than this from the time stamp does not sign (DiscussionTools' limit). */
const REACH = 100;
/** A sentence, a dash and a name that is no link: somebody signed there whom no link tells. */
const UNLINKED_NAME = /[.!?。！？।]\s*[-–—~]{1,3}\s*\p{L}/u;

/** Somebody whom a signature names. */
export interface Found {
	name: string;
	kinds: Set<string>;
	/** Whether a link to the user page itself stands outside brackets. */
	openly: boolean;
	/** Whether a word or an @ leads to the first link without a stop: "thanks X", "@X". */
	mentioned: boolean;
}

/** Whether nothing but a page of another wiki or one below a user page names this user. */
export const isHint = (one: Found): boolean => !['user', 'talk', 'contributions'].some((kind) => one.kinds.has(kind));

/** The links before a time stamp that make up one signature, nearest first. */
export function chainOf(run: Run, stamp: TimeStamp, from: number, lastLink: number): LinkSpan[] {
	const chain: LinkSpan[] = [];
	let at = stamp.start;
	for (let i = lastLink; i >= 0; i--) {
		const link = run.links[i];
		if (!link || link.start < from) break;
		const gap = run.text.slice(Math.min(link.end, at), at);
		if (chain.length === 0 ? gap.trim().length > REACH : stamp.start - link.end > REACH || gap.length > REACH / 2)
			break;
		if (chain.length > 0) {
			const others = chain.every((one) => one.user.name !== link.user.name);
			if (gap.includes(FOREIGN) || SENTENCE_END.test(gap) || wordsIn(outside(gap)) > 4) break;
			const inBrackets = depthAt(run.text.slice(link.end, stamp.start)) > 0;
			const inner = depthAt(run.text.slice(at, stamp.start)) > 0;
			if (others && !inBrackets && !inner && /[.,;:!?،、，：؛–—\p{L}]/u.test(gap)) break;
		}
		chain.push(link);
		at = link.start;
	}
	const [only] = chain;
	return only && chain.length === 1 && UNLINKED_NAME.test(run.text.slice(only.end, stamp.start)) ? [] : chain;
}

/** Everybody whom a signature names, its likely writer first. */
export function authorsOf(run: Run, chain: readonly LinkSpan[], timeStart: number): Found[] {
	const found: Found[] = [];
	for (const link of chain) {
		let one = found.find((user) => user.name === link.user.name);
		if (!one) found.push((one = { name: link.user.name, kinds: new Set(), openly: false, mentioned: false }));
		one.kinds.add(link.user.kind);
		one.mentioned = /[\p{L}@,]$/u.test(run.text.slice(Math.max(0, link.start - 9), link.start).trimEnd());
		if (link.user.kind === 'user' && !one.openly) one.openly = depthAt(run.text.slice(link.end, timeStart)) === 0;
	}
	const nearest = found[0];
	const weight = (one: Found): number =>
		(one.mentioned && one !== nearest && nearest?.openly ? -3 : 0) +
		one.kinds.size * 2 +
		(one.openly ? 1 : 0) -
		(isHint(one) ? 6 : 0);
	// Of equals the first one written: a signature begins with its writer (a mention in front of it has less weight).
	return found.reverse().sort((a, b) => weight(b) - weight(a));
}
