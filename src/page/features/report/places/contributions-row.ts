/** A button in each row of somebody's contributions. */
import { contributionPage, contributionRow } from '../../../selectors.ts';
import { rowPlace } from '../rows.ts';
import { specialTarget } from '../special.ts';

export const contributionRows = rowPlace({
	selector: contributionRow,
	author: specialTarget,
	page: (row) => row.querySelector(contributionPage)?.getAttribute('title'),
});
