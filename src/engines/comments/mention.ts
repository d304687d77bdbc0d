/** Tells a signature from one that is only told of: a mention, a copy, a quotation. */
import type { Hit } from './hits.ts';
import type { Run } from './run.ts';
import { isProse, leavesOpen, outside, wordsIn } from './words.ts';

const GOES_ON = /^\s*(?:[,;:،؛、，；：]|\p{Ll})/u;
const CASELESS = /^\s*\p{Lo}/u;
const ASIDE = /^\s*(?:[([{（［\-–—·•|/*~]|$)/u;
const QUOTE_OPEN = /[“„«‹「『][^”“»›」』]*$/u;
const QUOTE_CLOSE = /^\s?[”“»›」』]/u;

/** Whether a quotation that was opened before ends right behind: straight marks open and close in turn. */
const isQuoted = (before: string, after: string): boolean =>
	after.startsWith('"') ? before.split('"').length % 2 === 0 : QUOTE_CLOSE.test(after) && QUOTE_OPEN.test(before);

/** How much says that a hit is a mention or a copy in mid sentence: 2 is enough where another signature closes the line. */
function mention(hit: Hit, before: string, after: string, closing: Hit): number {
	const opening = before.trim();
	const others = hit.author !== closing.author;
	return (
		(GOES_ON.test(after) || CASELESS.test(after) ? 1 : 0) +
		(hit.gapWords > 0 && hit.bare ? 2 : 0) +
		(hit.bare ? 1 : 0) +
		(opening === '' || /[:：]$/.test(opening) ? 2 : /\p{L}$/u.test(opening) ? 1 : 0) +
		(others && !closing.bare && isProse(outside(after)) ? 2 : 0)
	);
}

/** Whether a hit stands in brackets that close behind it: a postscript, or an interjection by somebody else. */
export function isAside(run: Run, hit: Hit, lineStart: number): boolean {
	const closes = /^\s*[)\]）］]/.test(run.text.slice(hit.end, hit.end + 9));
	return closes && leavesOpen(run.text.slice(Math.max(lineStart, hit.start - 400), hit.start));
}

/** Whether a hit is only told of: a mention with a time in the middle of a sentence, or a signature within quotation marks. */
export function isTold(run: Run, hit: Hit, lineStart: number, until: number, closing: Hit): boolean {
	const before = run.text.slice(Math.max(lineStart, hit.start - 1000), hit.start);
	const after = run.text.slice(hit.end, until);
	if (isQuoted(before, after)) return true;
	if (hit === closing) return hit.bare && hit.gapWords > 0 && /^\s*(?:[.,;:!?،؛、，；：。]|\p{Ll})/u.test(after);
	// A new line of the source is a new comment that shares its paragraph with this one.
	if (after.includes('\n')) return false;
	if (run.slanted.some(([a, b]) => a < hit.start && hit.end <= b && b - hit.end < 3)) return true;
	if (ASIDE.test(after) || wordsIn(after) === 0) return false;
	return mention(hit, before, after, closing) >= (hit.author === closing.author ? 3 : 2);
}
