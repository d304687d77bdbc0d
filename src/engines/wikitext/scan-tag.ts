/** Everything that begins with "<": comments, tags, and elements whose inside is not wikitext of this page. */
import { Char, isDigit, isLetter, isSpace } from './chars.ts';
import type { Found } from './found.ts';
import { Kind } from './kinds.ts';
import { passText } from './scan-text.ts';

const longestName = 15;
const longestTag = 1000;

/** Elements that hide their inside, each with its closing tag. */
const closing = new Map(
	[
		'nowiki',
		'pre',
		'ref',
		'math',
		'chem',
		'ce',
		'syntaxhighlight',
		'source',
		'score',
		'timeline',
		'templatedata',
		'graph',
		'hiero',
		'gallery',
	].map((name) => [name, new RegExp(`</${name}[ \\t\\n\\r]*>`, 'gi')] as const),
);

/** The end of a tag whose name ends at `at`, or -1: short, and with no "<", no link and no empty line in it. */
function tagEnd(text: string, at: number): number {
	const limit = Math.min(text.length, at + longestTag + 1);
	let before = 0;
	for (; at < limit; at++) {
		const c = text.charCodeAt(at);
		if (c === Char.greater) return at + 1;
		if (c === Char.less || ((c === Char.bracket || c === Char.newline) && c === before)) return -1;
		before = c;
	}
	return -1;
}

/** Reads "<…" for one page: it remembers which elements have no closing tag further down, so each is sought once. */
export class TagScanner {
	#unclosed = new Set<string>();

	scan(text: string, at: number, found: Found): boolean {
		if (text.charCodeAt(at + 1) === Char.exclamation) return this.#comment(text, at, found);
		const close = text.charCodeAt(at + 1) === Char.slash;
		const nameAt = close ? at + 2 : at + 1;
		let end = nameAt;
		if (isLetter(text.charCodeAt(end))) while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end++;
		const after = text.charCodeAt(end);
		if (end === nameAt || !(isSpace(after) || after === Char.slash || after === Char.greater)) {
			return found.set(Kind.text, passText(text, end));
		}
		const tag = tagEnd(text, end);
		if (tag < 0) return found.set(Kind.text, end);
		if (close || text.charCodeAt(tag - 2) === Char.slash || end - nameAt > longestName) return found.set(Kind.tag, tag);
		const opaque = this.#close(text, text.slice(nameAt, end).toLowerCase(), tag);
		return opaque < 0 ? found.set(Kind.tag, tag) : found.set(Kind.opaque, opaque);
	}

	/** An unclosed comment hides the rest of the page, as in MediaWiki. */
	#comment(text: string, at: number, found: Found): boolean {
		if (!text.startsWith('--', at + 2)) {
			return found.set(Kind.text, passText(text, at + (text.charCodeAt(at + 2) === Char.minus ? 3 : 2)));
		}
		const close = text.indexOf('-->', at + 4);
		return found.set(Kind.comment, close < 0 ? text.length : close + 3);
	}

	#close(text: string, name: string, from: number): number {
		const pattern = closing.get(name);
		if (!pattern || this.#unclosed.has(name)) return -1;
		pattern.lastIndex = from;
		if (pattern.test(text)) return pattern.lastIndex;
		this.#unclosed.add(name);
		return -1;
	}
}
