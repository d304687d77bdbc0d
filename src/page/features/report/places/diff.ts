/** A button beside the author on each side of a diff. */
import { diffSides, diffTime } from '../../../selectors.ts';
import { rowPlace } from '../rows.ts';

export const diffAuthors = rowPlace({
	selector: diffSides,
	at: (side) => side.parentElement?.querySelector(diffTime)?.getAttribute('data-timestamp'),
});
