/** Rows of a handler's queue, as opened: made for tests of their order and their place. */
import type { CaseRow } from '../../../../src/contract/case.ts';
import { casesOf, type Case, type Opened } from '../../../../src/panel/features/case/queue/model.ts';

export const dueOn = (day: string): CaseRow['due'] => ({ step: 'triage', by: `2026-12-${day}T00:00:00.000Z` });

/** Of a thing of its own, about Mallory, due on the tenth of December. */
export function opened(
	id: string,
	row: Partial<CaseRow> = {},
	summary: Partial<NonNullable<Opened['summary']>> = {},
): Opened {
	const at = '2026-11-20T00:00:00.000Z';
	return {
		row: {
			id,
			wiki: 'https://wiki.example.org/w',
			route: 'conduct',
			section: 'ucoc:3.1',
			at,
			state: 'received',
			since: at,
			due: dueOn('10'),
			standing: 'token',
			appealed: false,
			unanswered: null,
			version: 0,
			head: '0'.repeat(64),
			changed: at,
			assigned: null,
			lease: null,
			severity: null,
			snoozed: null,
			group: null,
			hold: null,
			grants: [],
			...row,
		},
		summary: {
			kind: 'insults',
			clause: 'ucoc:3.1.insults',
			subject: 'Mallory',
			page: 'Talk:Rivers',
			at,
			reporter: null,
			about: id.repeat(64).slice(0, 64),
			...summary,
		},
	};
}

/** A case of one report. */
export function caseOf(...args: Parameters<typeof opened>): Case {
	const [one] = casesOf([opened(...args)]);
	if (!one) throw new Error('no case');
	return one;
}
