/** A run: the text between two block boundaries of a page, with where each part of it came from. */
import type { PageNode } from './node.ts';
import type { UserLink } from './users.ts';

/** A place in the page: an offset in a text node, or 0 or 1 (before, after) at a picture. */
export interface Place {
	node: PageNode;
	offset: number;
}

/** A text node or picture in a run. `level` counts the list items around it. */
export interface Piece {
	node: PageNode;
	from: number;
	to: number;
	level: number;
	/** Where a comment may begin here, the offset of its first visible character; -1 where none may. */
	first: number;
}

export interface LinkSpan {
	start: number;
	end: number;
	user: UserLink;
}

export interface Run {
	text: string;
	pieces: Piece[];
	links: LinkSpan[];
	/** Positions of line breaks in the text. */
	breaks: number[];
	/** [from, to) of parts in italics or marked as somebody else's words by their style. */
	slanted: [number, number][];
}

/** Stands in the text for a quotation or another thing that is not the writer's text. */
export const FOREIGN = '\ufffc';

export const emptyRun = (): Run => ({ text: '', pieces: [], links: [], breaks: [], slanted: [] });

/** The index of the piece that holds a position of the text (the last one that begins at or before it). */
export function pieceAt(run: Run, position: number): number {
	let low = 0;
	let high = run.pieces.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((run.pieces[middle]?.from ?? 0) <= position) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The end of the line that a position is on: the next line break, else the end of the run. */
export function lineEnd(run: Run, position: number): number {
	let low = 0;
	let high = run.breaks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((run.breaks[middle] ?? 0) < position) low = middle + 1;
		else high = middle;
	}
	return run.breaks[low] ?? run.text.length;
}
