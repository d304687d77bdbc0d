/** From positions in the text of a run back to places in the page. */
import { pieceAt, type Place, type Run } from './run.ts';

/** The place of a position of the text; `after` the character before it, where two nodes meet. */
export function placeIn(run: Run, position: number, after = false): Place {
	const piece = run.pieces[pieceAt(run, after ? position - 1 : position)];
	if (!piece) throw new RangeError('a run without pieces has no places');
	return { node: piece.node, offset: Math.max(0, Math.min(position - piece.from, piece.to - piece.from)) };
}

/** The last piece that begins before a position of the text and may belong to a comment; at least the one of its time stamp. */
export function lastPiece(run: Run, signed: number, before: number): { index: number; place: Place } {
	let index = run.pieces.length - 1;
	for (; index > signed; index--) {
		const piece = run.pieces[index];
		if (piece && piece.from < before && piece.first >= 0) break;
	}
	const piece = run.pieces[index];
	if (!piece) throw new RangeError('a run without pieces has no end');
	const value = piece.node.nodeValue;
	return { index, place: { node: piece.node, offset: value === null ? 1 : value.trimEnd().length } };
}
