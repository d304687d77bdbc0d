/** A button in each row of recent changes, related changes and the watchlist, live updates too. */
import { changeRow, changeWords } from '../../../selectors.ts';
import { rowPlace } from '../rows.ts';

export const changeRows = rowPlace({
	selector: changeRow,
	within: changeWords,
	page: (row) => row.querySelector('[data-target-page]')?.getAttribute('data-target-page'),
});
