/** Which reports are said to belong together, perhaps. */
import { expect, test } from 'vitest';
import type { CaseRow } from '../../../../src/contract/case.ts';
import { relatedOf } from '../../../../src/panel/features/case/parties/related-reports.ts';
import type { Opened } from '../../../../src/panel/features/case/queue/model.ts';

const row = (id: string, group: string | null = null): CaseRow =>
	({ id, group, at: `2026-11-0${id.length}T00:00:00Z` }) as CaseRow;
function report(id: string, said: Partial<NonNullable<Opened['summary']>>, group: string | null = null): Opened {
	const summary = {
		kind: 'insults',
		clause: 'ucoc:3.1',
		subject: null,
		page: null,
		reporter: null,
		about: id,
	} as const;
	return { row: row(id, group), summary: { ...summary, at: '2026-11-01T00:00:00Z', ...said } };
}

test('the same person, the same reporter and the same page are found, the person first, under any spelling', () => {
	const open = report('a', { subject: 'Bo', reporter: 'Ana', page: 'Talk:Mill' });
	const all = [
		open,
		report('bb', { page: 'Talk:Mill' }),
		report('ccc', { subject: 'bo' }),
		report('dddd', { reporter: 'ana' }),
		report('eeeee', { subject: 'Chen' }),
	];
	expect(relatedOf(open, all).map(({ by, other }) => [by, other.row.id])).toEqual([
		['subject', 'ccc'],
		['reporter', 'dddd'],
		['page', 'bb'],
	]);
});

test('what is one case already, and what cannot be read, is not among them', () => {
	const open = report('a', { subject: 'Bo' }, 'g');
	const all = [
		report('bb', { subject: 'Bo' }, 'g'),
		report('ccc', { subject: 'Bo', about: 'a' }),
		{ row: row('dddd'), summary: null },
	];
	expect(relatedOf(open, all)).toEqual([]);
	expect(relatedOf({ row: row('x'), summary: null }, all)).toEqual([]);
});
