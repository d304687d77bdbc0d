/** A button in each row of a page's history. */
import { historyRow } from '../../../selectors.ts';
import { rowPlace } from '../rows.ts';

export const historyRows = rowPlace({ selector: historyRow });
