/** Who can read a case by the keys that hold it, and who could be let in. */
import { expect, test } from 'vitest';
import { couldRead, readersOf } from '../../../../src/panel/features/case/team/readers.ts';

const person = (name: string, id: string, team = 'Team', former: string[] = []) => ({
	name,
	team,
	key: { id, age: `age1${id}`, sign: '' },
	former,
});
const people = [
	person('Hana', 'h2'),
	person('Hugo', 'g1'),
	person('Olga', 'o1'),
	person('Sam', 's1', 'staff:safety'),
	person('Ana|Ben', 'r1', 'staff:recovery'),
	person('Ana', 'a1', 'staff:recovery-share'),
	person('Cyr', 'c1', 'staff:custodian'),
	person('Rae', 'v1', 'staff:hash-review-terror'),
];
const body = {
	recipients: [
		{ name: 'Hana', key: 'h1' },
		{ name: 'Gone', key: 'x1' },
	],
};

test('H7: a key in use, an earlier one, one of somebody who left, the recovery, and one of nobody', () => {
	const readers = readersOf(['h1', 'h2', 'x1', 'r1', 'z9'], people, body, () => null);
	expect(readers.map(({ name, as }) => [name, as])).toEqual([
		['Hana', 'earlier'],
		['Hana', 'now'],
		['Gone', 'gone'],
		['Ana|Ben', 'recovery'],
		[null, 'gone'],
	]);
});

test('H8: nobody is offered whom the report names or excludes, in any spelling, nor its reporter, nor who handles nothing', () => {
	const readers = readersOf(['h2'], people, body, () => null);
	const from = (more: object) =>
		({ named: [], kind: 'insults', reporter: { mode: 'anonymous', user: null }, ...more }) as const;
	const names = (more: object = {}) => couldRead(readers, people, from(more) as never).map(({ name }) => name);
	expect(names()).toEqual(['Hugo', 'Olga', 'Sam']);
	expect(names({ named: ['hugo_'] })).toEqual(['Olga', 'Sam']);
	expect(names({ excluded: ['sam', 'Olga'] })).toEqual(['Hugo']);
	expect(names({ reporter: { mode: 'named', user: 'olga' } })).toEqual(['Hugo', 'Sam']);
});
