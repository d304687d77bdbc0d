/** Finds comments of a rendered page in the page's source: their exact lines, or that they are not there. */
import { findComments } from '../comments/comments.ts';
import type { WikiData } from '../comments/wiki-data.ts';
import { matchComments, type SourceComment, type WantedComment } from './match.ts';
import { outline } from './outline.ts';
import { Ruler, widen, type SourceRange } from './range.ts';
import { sourceOffset } from './source-node.ts';
import type { TokenStream } from './stream.ts';

/** A comment that comes from elsewhere (a transcluded page, a template that signs) is not in this page's source. */
export type Located = ({ state: 'found' } & SourceRange) | { state: 'not-in-source' };

/** Every comment of a page's source, in order, by the same rules as in the rendered page. */
export function sourceComments(text: string, stream: TokenStream, wiki: WikiData, title: string): SourceComment[] {
	const ruler = new Ruler(text);
	return findComments(outline(text, stream, wiki), wiki, title).map(({ author, timestampISO, start: a, end: b }) => {
		const [start, end] = widen(text, stream, sourceOffset(a.node, a.offset), sourceOffset(b.node, b.offset));
		const first = ruler.at(start);
		const last = ruler.at(end);
		const range = { start, end, startByte: first.byte, endByte: last.byte, firstLine: first.line, lastLine: last.line };
		return { author, timestampISO, ...range };
	});
}

/** Answers for each wanted comment, in their order, which should be the order of the rendered page. */
export function locate(
	text: string,
	stream: TokenStream,
	wiki: WikiData,
	title: string,
	wanted: readonly WantedComment[],
): Located[] {
	return matchComments(wanted, sourceComments(text, stream, wiki, title)).map((here) => {
		if (!here) return { state: 'not-in-source' };
		const { author: _author, timestampISO: _time, ...range } = here;
		return { state: 'found', ...range };
	});
}
