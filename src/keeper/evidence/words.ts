/** Finds a passage that a reader saw in the wikitext it came from, by its words alone. */

interface Word {
	readonly text: string;
	/** Index of its line. */
	readonly line: number;
}

export interface Passage {
	/** Whole lines that hold it, with one line of context on each side. */
	readonly text: string;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
/** Words that stand in a row: enough to tell a passage from chance, few enough to survive a template in the middle. */
const run = 3;
/** The part of a passage's runs that must be found: signatures, templates and clock settings change some. */
const enough = 0.75;

/** Drops what a reader does not see of a line: targets of links, tags, comments, attributes. */
function visible(line: string): string {
	return line
		.replace(/<!--.*?-->/g, '')
		.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
		.replace(/\[(?:https?:)?\/\/\S+ ([^\]]*)\]/g, '$1')
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/&nbsp;|&#160;/g, ' ')
		.replace(/'{2,5}/g, '');
}

const wordsOf = (text: string, line: number): Word[] =>
	(text.normalize('NFC').toLowerCase().match(word) ?? []).map((found) => ({ text: found, line }));

function runsOf(words: readonly Word[], size: number): string[] {
	return words.slice(0, Math.max(0, words.length - size + 1)).map((_, at) =>
		words
			.slice(at, at + size)
			.map(({ text }) => text)
			.join(' '),
	);
}

/** A reader for one quote, to be used on many revisions; a quote without any word is found nowhere. */
export function passageFinder(quote: string): (wikitext: string) => Passage | undefined {
	const wanted = quote.split('\n').flatMap((line) => wordsOf(line, 0));
	const size = Math.min(run, wanted.length);
	const runs = new Set(runsOf(wanted, size));
	return (wikitext) => {
		if (size === 0) return undefined;
		const lines = wikitext.split('\n');
		const words = lines.flatMap((line, at) => wordsOf(visible(line), at));
		const hits = runsOf(words, size).map((text) => (runs.has(text) ? text : undefined));
		// A window as long as the quote, with room for words that a reader does not see.
		const length = Math.ceil(wanted.length * 1.5) + size;
		const counts = new Map<string, number>();
		let best = 0;
		let bestEnd = -1;
		for (const [at, hit] of hits.entries()) {
			if (hit !== undefined) counts.set(hit, (counts.get(hit) ?? 0) + 1);
			const gone = hits[at - length];
			if (gone !== undefined) {
				const left = (counts.get(gone) ?? 1) - 1;
				if (left === 0) counts.delete(gone);
				else counts.set(gone, left);
			}
			if (counts.size > best) {
				best = counts.size;
				bestEnd = at;
			}
		}
		if (bestEnd < 0 || best < runs.size * enough) return undefined;
		const inside = hits.flatMap((hit, at) => (hit !== undefined && at > bestEnd - length && at <= bestEnd ? [at] : []));
		const first = words[inside[0] ?? bestEnd]?.line ?? 0;
		const last = words[bestEnd + size - 1]?.line ?? first;
		return { text: lines.slice(Math.max(0, first - 1), last + 2).join('\n') };
	};
}
