/** The text of a part of a page as a person reads it: white space is one blank, blocks stand apart. */
import { BLOCK, BREAK, SKIP, meaningOfClass, meaningOfName } from './elements.ts';
import { ELEMENT, TEXT, attribute, type PageNode } from './node.ts';
import type { Place } from './run.ts';

function meaningOf(node: PageNode): number {
	const style = attribute(node, 'class');
	return meaningOfName(node.nodeName) | (style ? meaningOfClass(style) : 0);
}

/** The text of a heading without its edit links. */
export function headingText(heading: PageNode): string {
	let text = '';
	let headline: PageNode | null = null;
	let at: PageNode | null = heading;
	while (at) {
		let inside = true;
		if (at.nodeType === TEXT) text += at.nodeValue ?? '';
		else if (at.nodeType === ELEMENT && at !== heading) {
			const meaning = meaningOf(at);
			inside = !(meaning & SKIP);
			if (inside && !headline && (/^H[1-6]$/.test(at.nodeName) || /\bmw-headline\b/.test(attribute(at, 'class')))) {
				headline = at;
				text = '';
			}
		}
		let next: PageNode | null = inside ? at.firstChild : null;
		for (let up: PageNode | null = at; !next && up && up !== heading; up = up.parentNode) {
			if (up === headline) return text.replace(/\s+/g, ' ').trim();
			next = up.nextSibling;
		}
		at = next;
	}
	return text.replace(/\s+/g, ' ').trim();
}

/** The next node after `node` in document order, or before it, entering it unless `over`; with the blocks that are crossed. */
function move(node: PageNode, forward: boolean, over: boolean): { to: PageNode | null; crossed: boolean } {
	let crossed = false;
	if (!over) {
		const child = forward ? node.firstChild : node.lastChild;
		if (child) return { to: child, crossed: (meaningOf(node) & BLOCK) > 0 };
	}
	for (let at: PageNode | null = node; at; at = at.parentNode) {
		if (at.nodeType === ELEMENT && meaningOf(at) & (BLOCK | BREAK)) crossed = true;
		const sibling = forward ? at.nextSibling : at.previousSibling;
		if (sibling) return { to: sibling, crossed };
	}
	return { to: null, crossed };
}

/**
 * Up to `limit` characters of the text between two places: the first ones, or with `fromEnd` the last ones.
 * Reads no more of the page than it needs.
 */
export function excerpt(start: Place, end: Place, limit: number, fromEnd = false): string {
	const from = fromEnd ? end.node : start.node;
	const to = fromEnd ? start.node : end.node;
	const parts: string[] = [];
	let length = 0;
	let at: PageNode | null = from;
	while (at && length < limit * 2) {
		let over = false;
		if (at.nodeType === TEXT) {
			const value: string = at.nodeValue ?? '';
			const part = value.slice(at === start.node ? start.offset : 0, at === end.node ? end.offset : value.length);
			parts.push(part);
			length += part.replace(/\s+/g, ' ').length;
		} else if (at.nodeType === ELEMENT) over = (meaningOf(at) & SKIP) > 0;
		if (at === to) break;
		const moved = move(at, !fromEnd, over);
		if (moved.crossed || (moved.to && moved.to.nodeType === ELEMENT && meaningOf(moved.to) & BLOCK)) parts.push(' ');
		at = moved.to;
	}
	const text = (fromEnd ? parts.reverse() : parts).join('').replace(/\s+/g, ' ').trim();
	return fromEnd ? [...text].slice(-limit).join('') : [...text].slice(0, limit).join('');
}
