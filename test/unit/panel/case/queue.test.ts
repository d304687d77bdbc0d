/** The order of a handler's queue, which reports are one case, and which answer each other. */
import { expect, test } from 'vitest';
import { casesOf, countersOf, isLate, settled, type Opened } from '../../../../src/panel/features/case/queue/model.ts';
import { dueOn as due, opened } from './rows.ts';

const order = (rows: readonly Opened[]): string[] =>
	casesOf(rows).map(({ reports }) => reports.map(({ row }) => row.id).join('+'));

test('emergencies come first, then those with a token, then those that anybody can send, each by what is due', () => {
	const rows = [
		opened('a', { standing: 'work', due: due('01') }),
		opened('b', { due: due('09') }),
		opened('c', { due: due('05') }),
		opened('d', { route: 'threat', due: due('20'), standing: 'work' }),
		opened('g', { route: 'threat', due: due('21') }),
		opened('e', { state: 'decided', due: { step: 'close', by: '2026-11-01T00:00:00.000Z' } }),
		opened('f', { state: 'closed', due: null, unanswered: '2026-11-21T00:00:00.000Z' }),
	];
	// f: closed, but its reporter wrote; nothing is due, so it comes after what is.
	expect(order(rows)).toEqual(['g', 'd', 'c', 'b', 'f', 'a', 'e']);
});

test('ten thousand reports without a name stand behind every other one, whichever came last', () => {
	const flood = Array.from({ length: 10_000 }, (_, at) =>
		opened(`flood${at}`, { standing: 'work', due: due('01') }, { about: at.toString(16).padStart(64, '0') }),
	);
	const rows = [...flood, opened('named', { due: due('30') }), opened('danger', { route: 'threat', due: due('30') })];
	expect(order(rows).slice(0, 2)).toEqual(['danger', 'named']);
});

test('R12 reports of the same thing are one case, in no order of arrival, and more of them raise nothing', () => {
	const same = { about: 'f'.repeat(64) };
	const alone = [opened('m', { due: due('10') }, same), opened('x', { due: due('05') })];
	expect(order(alone)).toEqual(['x', 'm']);
	const more = ['z', 'k', 'a'].map((id, at) =>
		opened(id, { due: due(`1${at + 1}`), at: `2026-11-2${at}T00:00:00.000Z` }, same),
	);
	expect(order([...alone, ...more])).toEqual(['x', 'a+k+m+z']);
});

test('a case stands where its oldest report does, and an emergency in it is not hidden behind the others', () => {
	const same = { about: 'f'.repeat(64) };
	const rows = [
		opened('a', { due: due('20') }, same),
		opened('b', { due: due('04') }, same),
		opened('c', { due: due('05') }),
	];
	expect(order(rows)).toEqual(['a+b', 'c']);
	const danger = opened('d', { route: 'threat', due: due('25') }, same);
	expect(order([opened('c', { due: due('05') }), opened('a', { due: due('20') }, same), danger])).toEqual(['a+d', 'c']);
});

test('what this key does not open is a case of its own', () => {
	const closed = (id: string): Opened => ({ ...opened(id), summary: null });
	expect(order([closed('b'), closed('a')])).toEqual(['a', 'b']);
});

test('what is shown keeps its place, and what is new comes after it', () => {
	const [a, b, c] = [
		opened('a', { due: due('03') }),
		opened('b', { due: due('02') }),
		opened('c', { due: due('01') }),
	] as const;
	const shown = casesOf([a, b]);
	const latest = casesOf([a, b, c]);
	expect(latest.map(({ key }) => key[0])).toEqual(['c', 'b', 'a']);
	expect(settled(shown, latest, latest).map(({ key }) => key[0])).toEqual(['b', 'a', 'c']);
	expect(settled(shown, casesOf([a]), casesOf([a])).map(({ key }) => key[0])).toEqual(['a']);
});

test('two people who reported each other are linked from both sides, however their names are spelled', () => {
	const one = opened('a', {}, { reporter: 'Anna B', subject: 'mallory' });
	const back = opened('b', {}, { reporter: 'Mallory', subject: 'Anna_B' });
	const other = opened('c', {}, { reporter: 'Chen', subject: 'Mallory' });
	const nameless = opened('d', {}, { reporter: null, subject: 'Anna B' });
	const all = [one, back, other, nameless];
	expect(countersOf(one, all)).toEqual([back]);
	expect(countersOf(back, all)).toEqual([one]);
	expect(countersOf(other, all)).toEqual([]);
	expect(countersOf(opened('e', {}, { reporter: 'Anna', subject: 'Anna' }), all)).toEqual([]);
});

test('R14 a step that was owed before now is late; what is over is not', () => {
	const { row } = opened('a', { due: due('10') });
	expect(isLate(row, '2026-12-09T23:59:59.000Z')).toBe(false);
	expect(isLate(row, '2026-12-10T00:00:01.000Z')).toBe(true);
	expect(isLate({ ...row, state: 'decided' }, '2027-01-01T00:00:00.000Z')).toBe(false);
});
