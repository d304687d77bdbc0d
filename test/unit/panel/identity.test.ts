/** A sealed identity: two custodians open it, one alone learns nothing, and no share serves for another report. */
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { SealedIdentitySchema, type IdentityBody, type SealedIdentity } from '../../../src/contract/identity.ts';
import type { HandlerKeys } from '../../../src/contract/vault.ts';
import { joinShares, passOn, sealIdentity } from '../../../src/panel/sealing/identity.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { personOf, type Person } from '../../browser/panel/people.ts';

const report = 'R'.repeat(22);
const body: IdentityBody = { v: 1, report, wiki: 'https://wiki.example/w', user: 'Mira' };
let people: Person[];
let keys: HandlerKeys[];
const asCustodian = ({ id, age }: Person) => ({ key: { id, age } });

beforeAll(async () => {
	people = await Promise.all(['Cora', 'Cyr', 'Cleo'].map((name) => personOf(name, '')));
	keys = await Promise.all(people.map((person) => handlerKeysOf(person.secret)));
});

async function sealed(change: Partial<IdentityBody> = {}, of = people): Promise<SealedIdentity> {
	const outcome = await sealIdentity({ ...body, ...change }, of.map(asCustodian));
	if (!outcome.ok) throw new Error(outcome.problem);
	return v.parse(SealedIdentitySchema, outcome.value);
}

const boxOf = (identity: SealedIdentity, at: number): string =>
	identity.shares.find(({ key }) => key === people[at]?.id)?.box ?? '';

function keysOf(at: number): HandlerKeys {
	const found = keys[at];
	if (!found) throw new Error('nobody');
	return found;
}

test.each([
	[0, 1],
	[1, 2],
	[2, 0],
])('R6: any two open it: %i asks, %i passes on', async (first, second) => {
	const identity = await sealed();
	const passed = await passOn(boxOf(identity, second), {
		report,
		asked: people[first]?.age ?? '',
		keys: keysOf(second),
	});
	if (!passed.ok) throw new Error(passed.problem);
	const given = { report, sealed: identity.sealed, keys: keysOf(first) };
	expect(await joinShares([boxOf(identity, first), passed.value], given)).toEqual({ ok: true, value: body });
});

test('R6: one alone opens nothing: not with their share twice, not with one of another identity', async () => {
	const [identity, other] = [await sealed(), await sealed()];
	const asked = people[0]?.age ?? '';
	const given = { report, sealed: identity.sealed, keys: keysOf(0) };
	const own = boxOf(identity, 0);
	expect(await joinShares([own, own], given)).toMatchObject({ problem: 'key-not-found' });
	const foreign = await passOn(boxOf(other, 1), { report, asked, keys: keysOf(1) });
	expect(await joinShares([own, foreign.ok ? foreign.value : ''], given)).toMatchObject({ problem: 'key-not-found' });
	// A share that was not passed on stays shut.
	expect(await joinShares([own, boxOf(identity, 1)], given)).toMatchObject({ problem: 'key-not-found' });
});

test('a share of another report is neither passed on nor joined', async () => {
	const other = await sealed({ report: 'S'.repeat(22) });
	const asked = people[0]?.age ?? '';
	expect(await passOn(boxOf(other, 1), { report, asked, keys: keysOf(1) })).toMatchObject({ problem: 'key-not-found' });
	const passed = await passOn(boxOf(other, 1), { report: 'S'.repeat(22), asked, keys: keysOf(1) });
	const given = { report, sealed: other.sealed, keys: keysOf(0) };
	expect(await joinShares([boxOf(other, 0), passed.ok ? passed.value : ''], given)).toMatchObject({ ok: false });
});

test('fewer than two custodians, one twice or a false key id: no identity is sealed', async () => {
	const [one, two] = people.map(asCustodian);
	if (!one || !two) throw new Error('nobody');
	expect(await sealIdentity(body, [one])).toMatchObject({ problem: 'no-recipients' });
	expect(await sealIdentity(body, [one, one])).toMatchObject({ problem: 'wrong-recipients' });
	const wrong = { key: { ...two.key, id: '0'.repeat(16) } };
	expect(await sealIdentity(body, [one, wrong])).toMatchObject({ problem: 'wrong-recipients' });
});

test('the boxes tell nothing of the name by their length', async () => {
	const [short, long] = [await sealed({ user: 'A' }), await sealed({ user: 'A'.repeat(100) })];
	expect(short.sealed.length).toBe(long.sealed.length);
	expect(new Set([...short.shares, ...long.shares].map(({ box }) => box.length)).size).toBe(1);
});
