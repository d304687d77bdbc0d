/** What is done to several cases at once: one legal event for each report, or the reason why not. */
import { expect, test } from 'vitest';
import type { CaseRow } from '../../../../src/contract/case.ts';
import { draftOf, groupOf, type Act } from '../../../../src/panel/features/case/queue/acts.ts';
import { opened } from './rows.ts';

const until = '2026-12-06T00:00:00.000Z';

test.each<[Act, Partial<CaseRow>, object | string]>([
	[{ kind: 'claim' }, {}, { kind: 'claim', data: {} }],
	[{ kind: 'claim' }, { state: 'closed' }, 'not-now'],
	[{ kind: 'assign', to: 'a' }, {}, { kind: 'assign', data: { to: 'a' } }],
	[{ kind: 'assign', to: 'a' }, { assigned: 'a' }, 'is-so'],
	[{ kind: 'assign', to: null }, {}, 'is-so'],
	[{ kind: 'snooze', until }, {}, { kind: 'snooze', data: { until } }],
	[{ kind: 'snooze', until }, { state: 'decided' }, 'not-now'],
	[{ kind: 'snooze', until: null }, {}, 'is-so'],
	[{ kind: 'snooze', until: null }, { snoozed: until }, { kind: 'snooze', data: { until: null } }],
	[{ kind: 'merge', group: 'g' }, {}, { kind: 'join', data: { group: 'g' } }],
	[{ kind: 'merge', group: 'g' }, { group: 'g' }, 'is-so'],
	[{ kind: 'part' }, { group: 'g' }, { kind: 'part', data: {} }],
	[{ kind: 'part' }, {}, 'is-so'],
	[{ kind: 'close' }, { state: 'decided' }, { kind: 'step', data: { from: 'decided', to: 'closed', words: null } }],
	[{ kind: 'close' }, { state: 'closed' }, 'is-so'],
	[{ kind: 'close' }, { state: 'in-review' }, 'not-now'],
])('%o of a row with %o', (act, row, draft) => {
	expect(draftOf(act, opened('a', row).row)).toEqual(draft);
});

test('H13 merging keeps a group that is there already, so that nobody’s earlier merge is undone', () => {
	const rows = [opened('a').row, opened('b', { group: 'old' }).row];
	expect(groupOf(rows, 'new')).toBe('old');
	expect(groupOf(rows.slice(0, 1), 'new')).toBe('new');
});
