/** Ranges of a page's source: widened to whole markup, and told in lines, characters and bytes. */
import { Char } from './chars.ts';
import { Kind } from './kinds.ts';
import type { TokenStream } from './stream.ts';

/** [start, end) in UTF-16 units, [startByte, endByte) in UTF-8; lines count from 1, the last one included. */
export interface SourceRange {
	start: number;
	end: number;
	startByte: number;
	endByte: number;
	firstLine: number;
	lastLine: number;
}

/** The token that holds a character. */
function tokenAt(stream: TokenStream, offset: number): number {
	let low = 0;
	let high = stream.count - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((stream.ends[middle] ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Takes in what opens right before `start` and closes right after `end`: links, tags, italics. */
export function widen(text: string, stream: TokenStream, start: number, end: number): [number, number] {
	const from = (index: number): number => (index > 0 ? (stream.ends[index - 1] ?? 0) : 0);
	const closes = (index: number): boolean => text.startsWith('</', from(index));
	let first = tokenAt(stream, start);
	if (stream.kinds[first] === Kind.opaque) start = from(first);
	if (start === from(first)) first--;
	for (; first >= 0; first--) {
		const kind = stream.kinds[first];
		const opens = kind === Kind.link_open || kind === Kind.external_open || kind === Kind.quote;
		if (!opens && !(kind === Kind.tag && !closes(first))) break;
		start = from(first);
	}
	const inside = tokenAt(stream, end - 1);
	if (stream.kinds[inside] === Kind.opaque) end = stream.ends[inside] ?? end;
	for (let last = tokenAt(stream, end); last < stream.count && from(last) === end; last++) {
		const kind = stream.kinds[last];
		const ends = kind === Kind.link_close || kind === Kind.external_close || kind === Kind.quote;
		if (!ends && !(kind === Kind.tag && closes(last))) break;
		end = stream.ends[last] ?? end;
	}
	return [start, end];
}

/** Counts lines and bytes of a text; ask for offsets in rising order and the text is passed once. */
export class Ruler {
	readonly #text: string;
	#at = 0;
	#byte = 0;
	#line = 1;

	constructor(text: string) {
		this.#text = text;
	}

	/** The line (from 1) and the UTF-8 byte at an offset. */
	at(offset: number): { line: number; byte: number } {
		if (offset < this.#at) this.#at = this.#byte = this.#line = 0;
		if (this.#line === 0) this.#line = 1;
		for (; this.#at < offset && this.#at < this.#text.length; this.#at++) {
			const c = this.#text.charCodeAt(this.#at);
			if (c === Char.newline) this.#line++;
			// A surrogate pair is four bytes, so each half of it counts two.
			this.#byte += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
		}
		return { line: this.#line, byte: this.#byte };
	}
}
