/** What can be done to several cases at once, as the events of their reports. */
import type { EventData } from '../../../../contract/case-event.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import { isOver } from './model.ts';

export type Act =
	| { readonly kind: 'claim' }
	| { readonly kind: 'assign'; readonly to: string | null }
	/** null: not put off any more. */
	| { readonly kind: 'snooze'; readonly until: string | null }
	/** Into one case, by a random group. */
	| { readonly kind: 'merge'; readonly group: string }
	| { readonly kind: 'part' }
	| { readonly kind: 'close' };

type Kind = 'claim' | 'assign' | 'snooze' | 'join' | 'part' | 'step';
export type QueueDraft = { [K in Kind]: { readonly kind: K; readonly data: EventData<K> } }[Kind];

/** `is-so`: nothing is left to do. `not-now`: as it stands, that is no step of it. */
export function draftOf(act: Act, row: CaseRow): QueueDraft | 'is-so' | 'not-now' {
	switch (act.kind) {
		case 'claim':
			return isOver(row) ? 'not-now' : { kind: 'claim', data: {} };
		case 'assign':
			return row.assigned === act.to ? 'is-so' : { kind: 'assign', data: { to: act.to } };
		case 'snooze':
			if (row.snoozed === act.until) return 'is-so';
			return isOver(row) ? 'not-now' : { kind: 'snooze', data: { until: act.until } };
		case 'merge':
			return row.group === act.group ? 'is-so' : { kind: 'join', data: { group: act.group } };
		case 'part':
			return row.group === null ? 'is-so' : { kind: 'part', data: {} };
		case 'close':
			if (row.state === 'closed') return 'is-so';
			return row.state === 'decided'
				? { kind: 'step', data: { from: 'decided', to: 'closed', words: null } }
				: 'not-now';
	}
}

/** The group that some of them are in already, so that joining a case to it keeps it; else the new one. */
export const groupOf = (rows: readonly CaseRow[], fresh: string): string =>
	rows.map(({ group }) => group).find((group) => group !== null) ?? fresh;
