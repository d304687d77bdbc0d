/** What a client takes from a real wiki whose administrator turns on the reporters: origin, recipients, staff. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { About } from '../../../src/contract/about.ts';
import { keySubject, originSubject } from '../../../src/domain/keys/model.ts';
import type { RouteId } from '../../../src/domain/report/kinds.ts';
import { wikihavenConfig, type WrittenConfig } from '../haven-config.ts';
import type { Person } from '../person.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { createClock } from './clock.ts';
import {
	aboutOf,
	clientOf,
	everyRight,
	keyText,
	makeKey,
	makePerson,
	publicOf,
	type Client,
	type TestKey,
} from './tools.ts';

const origin = 'http://haven.localhost:1';
const page = 'MediaWiki:Wikihaven.json';
const clock = createClock();

let wiki: Wiki;
let base: string;
let admin: Person;
let reporter: Person;
const keys = new Map<string, TestKey>();
let staffKeys: TestKey[];
let backend: { about: About | null };

const titleOf = (name: string): string => `User:${name}/Wikihaven.json`;
const configure = (change: Partial<WrittenConfig> = {}): Promise<number> =>
	admin.edit(page, JSON.stringify(wikihavenConfig(origin, change)));
const withTeam = (team: string, members: string[]): Partial<WrittenConfig> => {
	const { teams = {} } = wikihavenConfig(origin);
	return { teams: { ...teams, [team]: { name: team, members } } };
};

async function publish(name: string): Promise<TestKey> {
	const key = await makeKey();
	keys.set(name, key);
	await (await wiki.apiAs(name)).edit(titleOf(name), keyText(key));
	return key;
}

async function asked(client: Client, route: RouteId, named: string[] = []) {
	const found = await client.keeper.recipients({ wiki: base, route, named, excluded: [], decidedBy: [] });
	if (!found.ok) return { problem: found.problem, got: [] as string[], out: [] as string[], fresh: [] as string[] };
	const { recipients, leftOut } = found.value;
	return {
		problem: null,
		got: recipients.map(({ name }) => name).sort(),
		out: leftOut.map(({ name, reason }) => `${name}: ${reason}`).sort(),
		fresh: recipients.filter(({ fresh }) => fresh).map(({ name }) => name),
		trust: recipients.map(({ trust }) => trust),
		keys: recipients.map(({ key }) => key.age),
	};
}

const config = (client: Client) => client.keeper.config({ wiki: base, fresh: true });

beforeAll(async () => {
	wiki = await testWiki({ settings: everyRight + clock.settings });
	base = `${wiki.base}/w`;
	admin = await wiki.apiAs('Admin');
	reporter = await wiki.apiAs('Ana');
	await makePerson(wiki, 'Friend');
	await makePerson(wiki, 'Newcomer');
	staffKeys = [await makeKey(), await makeKey()];
	await configure();
	for (const name of ['Mira', 'Tomás', 'Nadia', 'Oluchi']) await publish(name);
});
afterAll(async () => {
	await wiki.stop();
	clock.remove();
});

beforeEach(async () => {
	const [recovery, safety] = staffKeys as [TestKey, TestKey];
	backend = {
		about: await aboutOf(wiki, origin, [
			{ role: 'recovery', name: 'Recovery', key: { id: recovery.id, age: recovery.age }, confirms: [] },
			{ role: 'child-safety', name: 'Sam', key: publicOf(safety), confirms: [] },
		]),
	};
});

/** What is there stands for more than three days, and a client used it before. */
async function usual(): Promise<Client> {
	await configure();
	clock.pass(200);
	const client = clientOf(reporter, backend, clock.now);
	await asked(client, 'conduct');
	clock.pass(2);
	return client;
}

test('a wiki that has just begun: all it lists is taken, and marked as new until a report went there', async () => {
	const client = clientOf(reporter, backend, clock.now);
	const seen = await asked(client, 'conduct');
	expect(seen.got).toEqual(['Mira', 'Recovery', 'Tomás']);
	expect(seen.fresh).toEqual(['Mira', 'Tomás', 'Recovery']);
	expect((await asked(client, 'office')).got).toEqual(['Nadia', 'Recovery']);
	expect((await asked(client, 'child-safety')).got).toEqual(['Recovery', 'Sam']);
});

test('a sysop who adds a friend to a team adds nobody for 72 hours, for old clients and new ones alike', async () => {
	const old = await usual();
	await publish('Friend');
	await configure(withTeam('handlers', ['Mira', 'Friend']));
	clock.pass(0.1);
	// Mira alone is too few: it goes on to the arbitrators as well.
	expect((await asked(old, 'conduct')).got).toEqual(['Mira', 'Nadia', 'Recovery']);
	expect((await asked(old, 'conduct')).out).toEqual(expect.arrayContaining(['Friend: waiting', 'Tomás: removed']));
	expect(await old.keeper.waiting({ wiki: base })).toMatchObject({ ok: true, value: [{ name: 'Friend' }] });
	clock.pass(71);
	expect((await asked(old, 'conduct')).got).toEqual(['Mira', 'Nadia', 'Recovery']);
	clock.pass(2);
	expect((await asked(old, 'conduct')).got).toEqual(['Friend', 'Mira', 'Recovery']);
});

test('a newcomer counts at once when a pinned colleague signed for the key, not when a stranger or the newcomer did', async () => {
	const client = await usual();
	const friend = await publish('Friend');
	await configure(withTeam('handlers', ['Mira', 'Tomás', 'Friend']));
	const subject = keySubject('Friend', publicOf(friend));
	const own = await wiki.apiAs('Friend');
	await own.edit(titleOf('Friend'), keyText(friend, [await friend.confirm(subject)]));
	const outsider = await publish('Newcomer');
	await (await wiki.apiAs('Newcomer')).edit(titleOf('Newcomer'), keyText(outsider, [await outsider.confirm(subject)]));
	clock.pass(0.1);
	expect((await asked(client, 'conduct')).got).not.toContain('Friend');
	// The admin writes a confirmation of Mira's on Mira's page: it has no genuine signature of hers.
	const mira = keys.get('Mira') ?? friend;
	const forged = { ...(await friend.confirm(subject)), by: mira.id };
	await admin.edit(titleOf('Mira'), keyText(mira, [forged]));
	expect((await asked(client, 'conduct')).got).not.toContain('Friend');
	await (await wiki.apiAs('Mira')).edit(titleOf('Mira'), keyText(mira, [await mira.confirm(subject)]));
	const confirmed = await asked(client, 'conduct');
	expect(confirmed.got).toContain('Friend');
	expect(confirmed.trust).toContain('confirmed');
	// In a report about Mira, a key that rests on Mira's word alone does not count yet.
	expect((await asked(client, 'conduct', ['Mira'])).out).toContain('Friend: waiting');
});

test('a swapped key: by the sysop it changes nothing, by the account itself the new one waits', async () => {
	const client = await usual();
	const [mira, other] = [keys.get('Mira'), await makeKey()];
	await admin.edit(titleOf('Mira'), keyText(await makeKey()));
	expect((await asked(client, 'conduct')).keys).toContain(mira?.age);
	await (await wiki.apiAs('Mira')).edit(titleOf('Mira'), keyText(other));
	const swapped = await asked(client, 'conduct');
	expect(swapped.keys).not.toContain(other.age);
	expect(swapped.out).toContain('Mira: waiting');
	// Her earlier key signs for the new one: it is hers.
	const confirmed = [await (mira ?? other).confirm(keySubject('Mira', publicOf(other)))];
	await (await wiki.apiAs('Mira')).edit(titleOf('Mira'), keyText(other, confirmed));
	expect((await asked(client, 'conduct')).keys).toContain(other.age);
	keys.set('Mira', other);
});

test('a moved origin waits, is shown, and is taken once a pinned handler signed for it', async () => {
	const client = await usual();
	const moved = 'http://evil.localhost:2';
	await configure({ backend: { origin: moved, operator: 'Evil' } });
	expect(await config(client)).toMatchObject({ value: { origin, waitingOrigin: { origin: moved } } });
	expect(await client.keeper.waiting({ wiki: base })).toMatchObject({
		value: [{ subject: originSubject(base, moved), name: moved }],
	});
	const mira = keys.get('Mira') ?? (await makeKey());
	const word = await mira.confirm(originSubject(base, moved));
	await (await wiki.apiAs('Mira')).edit(titleOf('Mira'), keyText(mira, [word]));
	expect(await config(client)).toMatchObject({ value: { origin: moved, waitingOrigin: null } });
});

test('a client that comes for the first time takes the origin of three days ago, not that of today', async () => {
	await usual();
	await configure({ backend: { origin: 'http://evil.localhost:3', operator: 'Evil' } });
	clock.pass(1);
	const first = clientOf(reporter, backend, clock.now);
	expect(await config(first)).toMatchObject({
		value: { origin, waitingOrigin: { origin: 'http://evil.localhost:3' } },
	});
	clock.pass(72);
	const second = clientOf(reporter, backend, clock.now);
	expect(await config(second)).toMatchObject({ value: { origin: 'http://evil.localhost:3', waitingOrigin: null } });
});

test('a client that comes for the first time takes no newcomer of today either', async () => {
	await usual();
	await configure(withTeam('handlers', ['Mira', 'Tomás', 'Emeka']));
	const [key] = [await publish('Emeka')];
	clock.pass(1);
	const first = await asked(clientOf(reporter, backend, clock.now), 'conduct');
	expect(first.got).toEqual(['Mira', 'Recovery', 'Tomás']);
	expect(first.trust).toEqual(['aged', 'aged', 'first']);
	expect(first.keys).not.toContain(key.age);
});

test('deleting and making the page anew does not make it look new', async () => {
	await usual();
	await admin.deletePage(page);
	await configure({ backend: { origin: 'http://evil.localhost:3', operator: 'Evil' } });
	const first = clientOf(reporter, backend, clock.now);
	expect(await config(first)).toMatchObject({ problem: 'config-waiting' });
	clock.pass(73);
	expect(await config(first)).toMatchObject({ value: { origin: 'http://evil.localhost:3' } });
});

test('a page prepared elsewhere and moved over the configuration is as new as the move', async () => {
	const client = await usual();
	await admin.edit('User:Admin/prepared.json', JSON.stringify(wikihavenConfig('http://evil.localhost:3')));
	await admin.deletePage(page);
	await admin.act({ action: 'move', from: 'User:Admin/prepared.json', to: page, reason: 'x', noredirect: true });
	expect(await config(client)).toMatchObject({ value: { origin } });
	const first = clientOf(reporter, backend, clock.now);
	expect(await config(first)).toMatchObject({ problem: 'config-waiting' });
});

test('a route that is turned to familiar people of another team waits as well', async () => {
	const client = await usual();
	const { routes } = wikihavenConfig(origin);
	await configure({ routes: { ...routes, office: ['handlers', 'staff:child-safety'] } });
	clock.pass(0.1);
	const turned = await asked(client, 'office');
	expect(turned.got).toEqual(['Recovery', 'Sam']);
	expect(turned.out).toEqual(['Ivo: removed', 'Mira: waiting', 'Nadia: removed', 'Tomás: waiting']);
});

test('the server swaps or adds a staff key: the pinned one stays alone, a changed one waits', async () => {
	const client = await usual();
	expect((await asked(client, 'child-safety')).got).toEqual(['Recovery', 'Sam']);
	const { about } = backend;
	if (!about) throw new Error('no backend');
	const [other, added] = [await makeKey(), await makeKey()];
	const staff = about.staff.map((one) => (one.name === 'Sam' ? { ...one, key: publicOf(other) } : one));
	backend.about = {
		...about,
		staff: [...staff, { role: 'child-safety', name: 'Server', key: publicOf(added), confirms: [] }],
	};
	expect(await asked(client, 'child-safety')).toMatchObject({ problem: 'no-recipients' });
	clock.pass(71);
	expect(await asked(client, 'child-safety')).toMatchObject({ problem: 'no-recipients' });
	backend.about = about;
	expect((await asked(client, 'child-safety')).got).toEqual(['Recovery', 'Sam']);
	// Signed by the key before it, the new one counts at once.
	const subject = keySubject('staff:child-safety/Sam', publicOf(other));
	const confirms = [await (staffKeys[1] ?? other).confirm(subject)];
	backend.about = {
		...about,
		staff: about.staff.map((one) => (one.name === 'Sam' ? { ...one, key: publicOf(other), confirms } : one)),
	};
	expect((await asked(client, 'child-safety')).keys).toContain(other.age);
});

test('with the backend down the staff keys known before are used, and without any the report waits for it', async () => {
	const client = await usual();
	backend.about = null;
	expect((await asked(client, 'conduct')).got).toEqual(['Mira', 'Recovery', 'Tomás']);
	expect(await asked(clientOf(reporter, backend, clock.now), 'conduct')).toMatchObject({
		problem: 'backend-unreachable',
	});
});

test('switched off: the configuration says so and nobody receives', async () => {
	const client = await usual();
	await asked(client, 'conduct');
	await configure({ off: ['report'] });
	expect(await asked(client, 'conduct')).toMatchObject({ got: ['Mira', 'Recovery', 'Tomás'] });
	// A minute later it acts.
	clock.pass(61 / 3600);
	expect(await asked(client, 'conduct')).toMatchObject({ problem: 'switched-off' });
});

test('a handler who reports is no recipient of the own report', async () => {
	await usual();
	const client = clientOf(await wiki.apiAs('Mira'), backend, clock.now);
	const seen = await asked(client, 'conduct', ['tomás']);
	// Nobody of the first team is left: the next one of the route receives it.
	expect(seen.got).toEqual(['Nadia', 'Recovery']);
	expect(seen.out).toEqual(['Ivo: no-key', 'Mira: own-report', 'Tomás: named']);
});

test('who else handles reports: by team, with the key that is trusted', async () => {
	const client = await usual();
	const [mira, known] = [await publish('Mira'), await client.keeper.colleagues({ wiki: base })];
	if (!known.ok) throw new Error(known.problem);
	const { people, signers } = known.value;
	const teams = Object.fromEntries(people.map(({ name, team }) => [name, team]));
	expect(teams).toMatchObject({ Recovery: 'staff:recovery', Tomás: 'Report handlers', Nadia: 'Arbitrators' });
	for (const { name, key } of people) expect(signers[key.id]).toEqual({ name, sign: key.sign });
	expect(people.map(({ key }) => key.id)).not.toContain(mira.id);
});
