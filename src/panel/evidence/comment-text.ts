/** The words of a comment in the page, as a person reads them: a line a block. */
import type { Comment } from '../../engines/comments/comment.ts';
import { ELEMENT, TEXT, type PageNode } from '../../engines/comments/node.ts';

const longest = 20_000;
const silent = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'NOSCRIPT']);
const breaks = new Set(
	'BR P DIV LI DD DT UL OL DL BLOCKQUOTE PRE TABLE TR TD TH H1 H2 H3 H4 H5 H6 HR FIGURE SECTION'.split(' '),
);

/** Up to 20,000 characters. */
export function commentText({ start, end }: Pick<Comment, 'start' | 'end'>): string {
	let text = '';
	let at: PageNode | null = start.node;
	while (at && text.length < longest * 2) {
		const value = at.nodeType === TEXT ? (at.nodeValue ?? '') : '';
		const to = at === end.node ? end.offset : value.length;
		text += value.slice(at === start.node ? start.offset : 0, to);
		if (at === end.node) break;
		const name: string = at.nodeType === ELEMENT ? at.nodeName : '';
		let next: PageNode | null = silent.has(name) ? null : at.firstChild;
		if (breaks.has(name)) text += '\n';
		while (!next && at) {
			next = at.nextSibling;
			if (next) break;
			at = at.parentNode;
			if (at && breaks.has(at.nodeName)) text += '\n';
		}
		at = next;
	}
	return text
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/\s*\n\s*/g, '\n')
		.trim()
		.slice(0, longest);
}
