/** Which time stamps of a run close a comment, and whose they are. */
import type { LinkSpan, Run } from './run.ts';
import { FOREIGN, lineEnd } from './run.ts';
import type { TimeStamp } from './timestamps.ts';

export interface Signed {
	author: string;
	/** Whether all links of the signature name one and the same user of this wiki. */
	certain: boolean;
	/** Everybody whom the signature names, the author first. */
	candidates: string[];
	utc: number;
	/** [start, end) of signature and time stamp in the run. */
	start: number;
	timeStart: number;
	end: number;
}

/** A link further than this from the time stamp does not sign (DiscussionTools' limit). */
const REACH = 100;
const SENTENCE_END = /[.!?。！？।؟]["'”’»)\]]*\s|[。！？।]/u;
const WORD = /\p{L}[\p{L}\p{M}]+|[\p{Lo}]/gu;
const OPEN = /[([{（［｛«「]/u;
const CLOSE = /[)\]}）］｝»」]/u;

/** The text without its bracketed parts, and how deep it stays inside brackets when read backwards. */
function outside(text: string): string {
	return text.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）|\{[^{}]*\}/gu, ' ');
}

const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

interface Found {
	name: string;
	kinds: Set<string>;
	/** Whether a link to the user page itself stands outside brackets. */
	openly: boolean;
	/** Whether a word or an @ leads to the first link without a stop: "thanks X", "@X". */
	mentioned: boolean;
}

/** Whether nothing but a page of another wiki or one below a user page names this user. */
const isHint = (one: Found): boolean => !['user', 'talk', 'contributions'].some((kind) => one.kinds.has(kind));

/** The links before a time stamp that make up one signature, nearest first. */
function chainOf(run: Run, stamp: TimeStamp, from: number, lastLink: number): LinkSpan[] {
	const chain: LinkSpan[] = [];
	let at = stamp.start;
	for (let i = lastLink; i >= 0; i--) {
		const link = run.links[i];
		if (!link || link.start < from) break;
		const gap = run.text.slice(Math.min(link.end, at), at);
		if (chain.length === 0 ? gap.trim().length > REACH : stamp.start - link.end > REACH || gap.length > REACH / 2)
			break;
		if (gap.includes(FOREIGN) || (chain.length === 0 && UNLINKED_NAME.test(gap))) break;
		if (chain.length > 0) {
			const others = chain.every((one) => one.user.name !== link.user.name);
			if (SENTENCE_END.test(gap) || wordsIn(outside(gap)) > 4) break;
			const inBrackets = depthAt(run.text.slice(link.end, stamp.start)) > 0;
			const inner = depthAt(run.text.slice(at, stamp.start)) > 0;
			if (others && !inBrackets && !inner && (/[.,;:!?،、，：؛–—]/u.test(gap) || wordsIn(gap) > 1)) break;
		}
		chain.push(link);
		at = link.start;
	}
	return chain;
}

/** How many brackets of `text` close without having been opened in it: 1 = the place before it is inside brackets. */
function depthAt(text: string): number {
	let open = 0;
	let unmatched = 0;
	for (const unit of text) {
		if (OPEN.test(unit)) open++;
		else if (CLOSE.test(unit)) {
			if (open > 0) open--;
			else unmatched++;
		}
	}
	return unmatched;
}

function authorsOf(run: Run, chain: readonly LinkSpan[], timeStart: number): Found[] {
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
	// Stable: of equals the nearest to the time stamp stays first.
	return found.sort((a, b) => weight(b) - weight(a));
}

/** Everything in a run that is a user link close before a time stamp. */
function hitsOf(run: Run, stamps: readonly TimeStamp[]): Hit[] {
	const hits: Hit[] = [];
	let from = 0;
	let link = 0;
	for (const stamp of stamps) {
		while (link < run.links.length && (run.links[link]?.start ?? 0) <= stamp.start) link++;
		const chain = chainOf(run, stamp, from, link - 1);
		const nearest = chain[0];
		const [author, ...others] = authorsOf(run, chain, stamp.start);
		from = stamp.end;
		if (!nearest || !author) continue;
		const gap = run.text.slice(Math.min(nearest.end, stamp.start), stamp.start);
		const gapWords = wordsIn(outside(gap));
		// A page below a user page signs only where nothing but the time follows it.
		const isPart = author.kinds.size === 1 && author.kinds.has('part');
		if (isPart && (gapWords > 0 || SENTENCE_END.test(gap) || author.mentioned)) continue;
		hits.push({
			author: author.name,
			certain: others.every(isHint) && !isHint(author),
			candidates: [author.name, ...others.map((one) => one.name)],
			utc: stamp.utc,
			start: chain.at(-1)?.start ?? nearest.start,
			timeStart: stamp.start,
			end: stamp.end,
			bare: chain.length === 1,
			gapWords,
		});
	}
	return hits;
}

const GOES_ON = /^\s*(?:[,;:،؛、，；：]|\p{Ll})/u;
const CASELESS = /^\s*\p{Lo}/u;
const ASIDE = /^\s*(?:[([{（［\-–—·•|/*~]|$)/u;
const QUOTE_OPEN = /["“„«‹「『][^"”“»›」』]*$/u;
const QUOTE_CLOSE = /^\s?["”“»›」』]/u;
/** A sentence, a dash and a name that is no link: somebody signed there whom no link tells. */
const UNLINKED_NAME = /[.!?。！？।]\s*[-–—~]{1,3}\s*\p{L}/u;

type Hit = Signed & { bare: boolean; gapWords: number };

/** Enough words to be a sentence of its own; scripts that do not part words count by letters. */
const isProse = (text: string): boolean => wordsIn(text) >= 3 || (text.match(/\p{Lo}/gu)?.length ?? 0) >= 8;

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

/** Whether a hit is only told of: a mention with a time in the middle of a sentence, or a signature within quotation marks. */
function isTold(run: Run, hit: Hit, lineStart: number, until: number, closing: Hit): boolean {
	const before = run.text.slice(Math.max(lineStart, hit.start - 1000), hit.start);
	const after = run.text.slice(hit.end, until);
	if (QUOTE_CLOSE.test(after) && QUOTE_OPEN.test(before)) return true;
	if (hit === closing) return hit.bare && hit.gapWords > 0 && /^\s*(?:[.,;:!?،؛、，；：。]|\p{Ll})/u.test(after);
	// A new line of the source is a new comment that shares its paragraph with this one.
	if (after.includes('\n')) return false;
	if (run.slanted.some(([a, b]) => a < hit.start && hit.end <= b && b - hit.end < 3)) return true;
	if (ASIDE.test(after) || wordsIn(after) === 0) return false;
	return mention(hit, before, after, closing) >= (hit.author === closing.author ? 3 : 2);
}

/**
 * The signatures of a run, one for each of its lines that has any. A second one on a line belongs to the same comment;
 * but a mention or a copy in mid sentence does not sign where a later signature closes the line.
 */
export function signaturesOf(run: Run, stamps: readonly TimeStamp[]): Signed[] {
	const hits = hitsOf(run, stamps);
	const signed: Signed[] = [];
	let lineStart = 0;
	for (let i = 0; i < hits.length;) {
		const first = hits[i];
		if (!first) break;
		const end = lineEnd(run, first.end);
		const line = hits.slice(i, i + 1);
		while (line.length < hits.length - i && (hits[i + line.length]?.end ?? 0) <= end)
			line.push(...hits.slice(i + line.length, i + line.length + 1));
		const closing = line.at(-1) ?? first;
		const chosen = line.find((hit, k) => !isTold(run, hit, lineStart, line[k + 1]?.start ?? end, closing));
		if (chosen) {
			signed.push(chosen);
			lineStart = end;
		}
		i += line.length;
	}
	return signed;
}
