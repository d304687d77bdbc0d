/** A button in each row of a log. */
import { logRow } from '../../../selectors.ts';
import { rowPlace } from '../rows.ts';

/** The page that an entry is about is in its words; which link of them it is, no class tells. */
export const logRows = rowPlace({ selector: logRow, page: () => null });
