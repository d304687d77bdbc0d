/** The small boxes of the rows in sight, opened with the own key; what was opened once stays open. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseRow } from '../../../contract/case.ts';
import type { GrantBody } from '../../../contract/report.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { openGrant } from '../../sealing/open-report.ts';

export type Summary = GrantBody['summary'] | 'closed';

/** Rows are drawn anew after so many opened boxes. */
const batch = 8;

/** `closed` is a box that this key does not open. */
export function useSummaries(rows: readonly CaseRow[], keys: HandlerKeys): ReadonlyMap<string, Summary> {
	const opened = useRef(new Map<string, Summary>());
	const [, draw] = useState(0);
	useEffect(() => {
		let wanted = true;
		const open = async (): Promise<void> => {
			let fresh = 0;
			for (const row of rows) {
				if (!wanted) return;
				if (opened.current.has(row.id)) continue;
				const grant = await openGrant(row, keys);
				opened.current.set(row.id, grant.ok ? grant.value.summary : 'closed');
				fresh += 1;
				if (fresh % batch === 0) draw((turn) => turn + 1);
			}
			if (fresh % batch !== 0) draw((turn) => turn + 1);
		};
		void open();
		return () => {
			wanted = false;
		};
	}, [rows[0]?.id, rows.at(-1)?.id, rows.length, keys]);
	return opened.current;
}
