/** Who receives a report, a test a route: nobody else, nobody named, never the reporter. */
import { expect, test } from 'vitest';
import type { ConfigHistory } from '../../../src/domain/config/history.ts';
import type { WikiConfig } from '../../../src/domain/config/model.ts';
import type { Trusted } from '../../../src/domain/keys/trust.ts';
import type { RouteId } from '../../../src/domain/report/kinds.ts';
import { chooseCustodians, chooseRecipients, type Question } from '../../../src/domain/report/recipients.ts';

const hour = 3_600_000;
const now = Date.parse('2026-01-01T00:00:00Z');

const config: WikiConfig = {
	wikihaven: 1,
	backend: { origin: 'https://haven.example', operator: 'Us' },
	teams: {
		local: { name: 'Local team', members: ['Mira', 'tomás'] },
		oversight: { name: 'Oversighters', members: ['Oluchi', 'Pere'] },
		arbcom: { name: 'Arbitrators', members: ['Nadia', 'Ivo'] },
	},
	routes: {
		conduct: ['local', 'arbcom'],
		threat: ['staff:safety', 'local'],
		// What a broken client or a later format might let through.
		'child-safety': ['local', 'staff:child-safety'],
		'private-data': ['oversight', 'staff:safety'],
		office: ['arbcom', 'staff:safety'],
	},
	off: [],
	policies: [],
};
const long: ConfigHistory = { entries: [{ config, revision: 7, at: now - 1000 * hour }], rewritten: false };

const trusted = (person: string, more: Partial<Trusted> = {}): Trusted => ({
	person,
	key: { id: person, age: `age of ${person}`, sign: '' },
	trust: 'pinned',
	onWordOf: null,
	...more,
});
const everybody = [
	'Mira',
	'Tomás',
	'Oluchi',
	'Pere',
	'Nadia',
	'Ivo',
	'staff:safety/Sam',
	'staff:safety/Sara',
	'staff:child-safety/Carla',
	'staff:recovery/Recovery',
	'staff:metrics/Max',
].map((person) => trusted(person));

function ask(
	route: RouteId,
	more: Partial<Question> = {},
): {
	got: string[];
	out: string[];
	over: string[];
} {
	const { recipients, leftOut, passedOver } = chooseRecipients({
		history: long,
		route,
		named: [],
		reporter: null,
		keys: { trusted: everybody, waiting: [] },
		now,
		young: false,
		...more,
	});
	return {
		got: recipients.map(({ trusted: { key } }) => key.id).sort(),
		out: leftOut.map(({ name, reason }) => `${name}: ${reason}`).sort(),
		over: passedOver.map(({ team, eligible }) => `${team}: ${eligible}`),
	};
}

const recovery = 'staff:recovery/Recovery';

test('conduct: the local team, and no other key', () => {
	expect(ask('conduct').got).toEqual(['Mira', 'Tomás', recovery]);
});

test('threat: the safety staff, and no other key', () => {
	expect(ask('threat').got).toEqual([recovery, 'staff:safety/Sam', 'staff:safety/Sara']);
});

test('child safety: staff alone, even where a configuration names a team', () => {
	expect(ask('child-safety').got).toEqual(['staff:child-safety/Carla', recovery]);
	const nobody = ask('child-safety', {
		keys: { trusted: everybody.filter(({ person }) => person !== 'staff:child-safety/Carla'), waiting: [] },
	});
	expect(nobody).toEqual({ got: [], out: [], over: [] });
});

test('private data: the oversighters, and no other key', () => {
	expect(ask('private-data').got).toEqual(['Oluchi', 'Pere', recovery]);
});

test('office: outside the local team, and no other key', () => {
	expect(ask('office').got).toEqual(['Ivo', 'Nadia', recovery]);
});

test('nobody named receives it, in whatever spelling, on every route', () => {
	for (const route of ['conduct', 'threat', 'child-safety', 'private-data', 'office'] as const) {
		const named = ['mira', 'Toma\u0301s', 'oluchi_', ' Nadia', 'Sam', 'carla'];
		const { got } = ask(route, { named });
		for (const person of ['Mira', 'Tomás', 'Oluchi', 'Nadia', 'staff:safety/Sam', 'staff:child-safety/Carla']) {
			expect(got, route).not.toContain(person);
		}
	}
});

test('the next target receives it where nobody of the first can', () => {
	const seen = ask('conduct', { named: ['Mira'], reporter: 'tomás' });
	expect(seen).toEqual({
		got: ['Ivo', 'Nadia', recovery],
		out: ['Mira: named', 'Tomás: own-report'],
		over: ['local: 0'],
	});
});

test('with nobody to read it there is no recipient, the recovery key neither', () => {
	expect(ask('office', { named: ['Ivo', 'Nadia', 'Sam', 'Sara'] }).got).toEqual([]);
});

test('without a key, with one that waits, and on the word of somebody named', () => {
	const until = now + hour;
	const keys = {
		trusted: [trusted('Nadia', { trust: 'confirmed', onWordOf: { people: ['Mira'], until } }), trusted(recovery)],
		waiting: [{ person: 'Mira', key: trusted('Mira').key, since: now, until }],
	};
	expect(ask('conduct', { keys })).toEqual({
		got: ['Nadia', recovery],
		out: ['Ivo: no-key', 'Mira: waiting', 'Tomás: no-key'],
		over: ['local: 0'],
	});
	expect(ask('conduct', { keys, named: ['mira'] })).toEqual({
		got: [],
		out: ['Ivo: no-key', 'Mira: named', 'Nadia: waiting', 'Tomás: no-key'],
		over: [],
	});
});

test('somebody known who is moved into a route waits there, somebody taken off it is shown', () => {
	const before = { ...config, routes: { ...config.routes, office: ['oversight'] } };
	const history: ConfigHistory = {
		entries: [
			{ config, revision: 8, at: now - hour },
			{ config: before, revision: 7, at: now - 1000 * hour },
		],
		rewritten: false,
	};
	const turned = ask('office', { history });
	expect(turned.got).toEqual([recovery, 'staff:safety/Sam', 'staff:safety/Sara']);
	expect(turned.out).toEqual(['Ivo: waiting', 'Nadia: waiting', 'Oluchi: removed', 'Pere: removed']);
	expect(ask('office', { history, now: now + 72 * hour }).got).toEqual(['Ivo', 'Nadia', recovery]);
	expect(ask('office', { history, young: true }).got).toEqual(['Ivo', 'Nadia', recovery]);
});

test('somebody who holds two of the keys gets one grant', () => {
	const shared = trusted('staff:recovery/Recovery', { key: { ...trusted('staff:safety/Sam').key } });
	const keys = { trusted: [...everybody.filter(({ person }) => person !== recovery), shared], waiting: [] };
	expect(ask('threat', { keys }).got).toEqual(['staff:safety/Sam', 'staff:safety/Sara']);
});

/** Small teams: [route, who is named, who receives it, which team was passed over with how many]. */
const small: [string, RouteId, string[], string[], string[]][] = [
	['both of two may see it', 'conduct', [], ['Mira', 'Tomás'], []],
	['one of two is named', 'conduct', ['mira'], ['Ivo', 'Nadia'], ['local: 1']],
	['one in each team is named', 'conduct', ['Mira', 'Ivo'], ['Nadia', 'Tomás'], []],
	['one is left in the last team', 'conduct', ['Mira', 'Tomás', 'Ivo'], ['Nadia'], ['local: 0']],
	['staff are no exception', 'threat', ['Sam'], ['Mira', 'Tomás'], ['staff:safety: 1']],
	['child safety has nowhere else to go', 'child-safety', [], ['staff:child-safety/Carla'], []],
];
test.each(small)('a team of fewer than two passes it on: %s', (_, route, named, got, over) => {
	const seen = ask(route, { named });
	expect(seen.got.filter((name) => name !== recovery)).toEqual(got);
	expect(seen.over).toEqual(over);
});

test('who is excluded, and who decided before, does not receive it', () => {
	const office = ask('office', { excluded: ['sam'], decided: ['Ivo'] });
	expect(office).toEqual({
		got: ['Nadia', recovery, 'staff:safety/Sara'],
		out: ['Ivo: decided', 'Sam: excluded'],
		over: [],
	});
	expect(ask('conduct', { excluded: ['nadia_'], named: ['Mira'] }).got).toEqual(['Ivo', 'Tomás', recovery]);
});

test('a name is kept by two custodians, else with the recovery staff, and never by one alone', () => {
	const custodians = ['staff:custodian/Cora', 'staff:custodian/Cem'].map((person) => trusted(person));
	const ask = (people: typeof custodians, named: string[] = []): string[] =>
		chooseCustodians({
			history: long,
			route: 'conduct',
			named,
			reporter: null,
			keys: { trusted: people, waiting: [] },
			now,
			young: false,
		}).recipients.map(({ trusted: { key } }) => key.id);
	const all = [...everybody, ...custodians];
	expect(ask(all)).toEqual(['staff:custodian/Cora', 'staff:custodian/Cem']);
	expect(ask(all, ['cem'])).toEqual(['staff:custodian/Cora', recovery]);
	expect(ask(all, ['cem', 'Cora'])).toEqual([]);
	expect(ask(everybody)).toEqual([]);
	// Custodian and recovery at once, with two keys: still one person.
	const twice = [...custodians.slice(0, 1), trusted('staff:recovery/Cora')];
	expect(ask(twice)).toEqual([]);
});

test('H7: a recovery key that two hold goes to nobody where one of the two is named, excluded or the reporter', () => {
	const pairs = ['Ana|Ben', 'Ana|Cho', 'Ben|Cho'].map((name) => trusted(`staff:recovery/${name}`));
	const keys = { trusted: [...everybody.filter(({ person }) => person !== recovery), ...pairs], waiting: [] };
	const got = (more: Partial<Question>) => ask('conduct', { keys, ...more }).got.filter((id) => id.includes('|'));
	expect(got({})).toHaveLength(3);
	expect(got({ named: ['ana'] })).toEqual(['staff:recovery/Ben|Cho']);
	expect(got({ excluded: ['Cho'] })).toEqual(['staff:recovery/Ana|Ben']);
	expect(got({ reporter: 'Ben' })).toEqual(['staff:recovery/Ana|Cho']);
	expect(got({ named: ['Ana', 'Ben'] })).toEqual([]);
	expect(ask('conduct', { keys, named: ['ana'] }).out).toContain('Ana|Cho: named');
});
