/** The words of a comment and the heading above it, as a person sees them at the click. */
import type { Signature } from '../../../engines/comments/shape.ts';
import { commentBlocks, commentStart, content, headings, notWords } from '../../selectors.ts';

/** The contract's bounds for a quoted passage and a heading. */
const longest = 20_000;
const longestHeading = 1000;

function textOf(range: Range): string {
	const copy = range.cloneContents();
	for (const element of copy.querySelectorAll(notWords)) element.remove();
	return (copy.textContent ?? '')
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/\s*\n\s*/g, '\n')
		.trim()
		.slice(0, longest);
}

/**
 * From DiscussionTools' start mark, else from the block the signature stands in and the plain blocks before it that
 * bear no signature of their own.
 */
export function quoteOf(signature: Signature, isSigned: (block: Element) => boolean): string {
	const node = signature.node as Node;
	const range = document.createRange();
	const start = signature.id === null ? null : document.querySelector(commentStart(signature.id));
	let first: Element | null =
		start ?? (node instanceof Element ? node : node.parentElement)?.closest(commentBlocks) ?? null;
	if (!first) return '';
	if (start) range.setStartAfter(first);
	else {
		while (first.previousElementSibling?.matches('p, ul, ol') && !isSigned(first.previousElementSibling))
			first = first.previousElementSibling;
		range.setStartBefore(first);
	}
	range.setEndAfter(node);
	return textOf(range);
}

/** The last heading before it, without the wiki's edit links. */
export function headingOf(node: Node): string {
	const root = document.querySelector(content) ?? document.body;
	let last: Element | null = null;
	for (const heading of root.querySelectorAll(headings)) {
		if (heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) last = heading;
		else break;
	}
	if (!last) return '';
	const range = document.createRange();
	range.selectNodeContents(last);
	return textOf(range).slice(0, longestHeading);
}
