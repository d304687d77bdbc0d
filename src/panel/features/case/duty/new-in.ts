/** Whether a queue has got something that nobody has looked at. */
import type { CaseRow } from '../../../../contract/case.ts';

export const newIn = (rows: readonly Pick<CaseRow, 'id' | 'state'>[], known: ReadonlySet<string>): boolean =>
	rows.some(({ id, state }) => state === 'received' && !known.has(id));
