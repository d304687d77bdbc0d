/** Finds a passage that a reader saw in the wikitext it came from, by its words alone. */

/** A run of words of the quote, found in a page. */
interface Hit {
	readonly text: string;
	/** Which word of the page it begins with. */
	readonly at: number;
	/** Indices of the lines it begins and ends in. */
	readonly first: number;
	readonly last: number;
}

export interface Passage {
	/** Whole lines that hold it, with one line of context on each side. */
	readonly text: string;
}

/** Scripts that put no spaces between words: each character counts as one there. */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}`;
const word = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])+`, 'gu');
/** Words that stand in a row: enough to tell a passage from chance, few enough to survive a template in the middle. */
const run = 3;
/** The part of a passage's runs that must be found: signatures, templates and clock settings change some. */
const enough = 0.75;

/** Comments out of a line; by plain search, for patterns that look ahead take for ever on hostile text. */
function withoutComments(line: string): string {
	let kept = '';
	let from = 0;
	for (;;) {
		const open = line.indexOf('<!--', from);
		const close = open < 0 ? -1 : line.indexOf('-->', open);
		if (close < 0) return kept + line.slice(from);
		kept += line.slice(from, open);
		from = close + 3;
	}
}

/** Drops what a reader does not see of a line: targets of links, tags, comments, attributes. */
function visible(line: string): string {
	return withoutComments(line)
		.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
		.replace(/\[(?:https?:)?\/\/[^\s[\]]+ ([^[\]]*)\]/g, '$1')
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/&nbsp;|&#160;/g, ' ')
		.replace(/'{2,5}/g, '');
}

const wordsOf = (text: string): string[] => text.normalize('NFC').toLowerCase().match(word) ?? [];

function hitsIn(lines: readonly string[], runs: ReadonlySet<string>, size: number): Hit[] {
	const hits: Hit[] = [];
	const latest: { text: string; line: number }[] = [];
	let count = 0;
	for (const [line, source] of lines.entries()) {
		for (const text of wordsOf(visible(source))) {
			latest.push({ text, line });
			if (latest.length > size) latest.shift();
			count += 1;
			if (latest.length < size) continue;
			const found = latest.map((one) => one.text).join(' ');
			if (runs.has(found)) hits.push({ text: found, at: count - size, first: latest[0]?.line ?? line, last: line });
		}
	}
	return hits;
}

/** The window of at most `length` words with the most different runs; the last of equals. */
function densest(hits: readonly Hit[], length: number): { hits: readonly Hit[]; different: number } {
	const counts = new Map<string, number>();
	let [start, best, bestStart, bestEnd] = [0, 0, 0, -1];
	for (const [end, hit] of hits.entries()) {
		counts.set(hit.text, (counts.get(hit.text) ?? 0) + 1);
		for (let out = hits[start]; out && out.at <= hit.at - length; out = hits[++start]) {
			const left = (counts.get(out.text) ?? 1) - 1;
			if (left === 0) counts.delete(out.text);
			else counts.set(out.text, left);
		}
		if (counts.size < best) continue;
		[best, bestStart, bestEnd] = [counts.size, start, end];
	}
	return { hits: hits.slice(bestStart, bestEnd + 1), different: best };
}

/** A reader for one quote, to be used on many revisions; a quote without any word is found nowhere. */
export function passageFinder(quote: string): (wikitext: string) => Passage | undefined {
	const wanted = wordsOf(quote);
	const size = Math.min(run, wanted.length);
	const runs = new Set(wanted.slice(0, wanted.length - size + 1).map((_, at) => wanted.slice(at, at + size).join(' ')));
	return (wikitext) => {
		if (size === 0) return undefined;
		const lines = wikitext.split('\n');
		// As long as the quote, with room for words that a reader does not see.
		const { hits, different } = densest(hitsIn(lines, runs, size), Math.ceil(wanted.length * 1.5) + size);
		const [first] = hits;
		const last = hits.at(-1);
		if (!first || !last || different < runs.size * enough) return undefined;
		return { text: lines.slice(Math.max(0, first.first - 1), last.last + 2).join('\n') };
	};
}
