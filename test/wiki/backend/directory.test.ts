/** The backend reading a real wiki: whose key counts, what a sysop cannot do, switches, and a wiki that is down. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey, type KeyPair } from '../../backend/setup/people.ts';
import { sealedReport } from '../../backend/setup/sealed.ts';
import { password } from '../seeds/people.ts';
import { Window, handoverIn } from '../../backend/setup/browser-leg.ts';
import { randomText, sha256, toBase64Url } from '../../../src/contract/bytes.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
const keys = new Map<string, KeyPair>();
beforeAll(async () => {
	rig = await startRig();
	for (const name of ['Mira', 'Tomás']) keys.set(name, await publish(name));
});
afterAll(() => rig.stop());

async function publish(name: string, by = name, key?: KeyPair): Promise<KeyPair> {
	const pair = key ?? (await newKey());
	const text = JSON.stringify({ wikihaven: 1, key: pair.public, confirms: [] });
	await rig.wiki.edit(by, `User:${name}/Wikihaven.json`, text);
	return pair;
}
const keyOf = (name: string): KeyPair => {
	const key = keys.get(name) ?? rig.staff.get(name);
	if (!key) throw new Error(`no key of ${name}`);
	return key;
};

interface Told {
	readonly status: number;
	readonly body: Record<string, unknown>;
}
async function call(method: string, path: string, auth: string, body?: unknown): Promise<Told> {
	const init = body === undefined ? {} : { body: JSON.stringify(body) };
	const answer = await fetch(rig.local + path, { method, headers: { authorization: auth }, ...init });
	return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
async function send(...recipients: KeyPair[]): Promise<Told & { id: string }> {
	const all = [...recipients, keyOf('recovery')].map((key) => key.public);
	const { id, secret, report, standing } = await sealedReport(all, { wiki: rig.wikiBase });
	return { id, ...(await call('PUT', `/v1/reports/${id}`, `Capability ${secret}`, { ...report, standing })) };
}
async function signIn(user: string, word = password): Promise<string | null> {
	const verifier = randomText(32);
	const challenge = toBase64Url(await sha256(verifier));
	const start = { wiki: rig.wikiBase, challenge, panelOrigin: rig.origin };
	const { body } = await call('POST', '/v1/auth/start', '', start);
	const location = await new Window().authorize(String(body['url']), user, word);
	if (location === null) return null;
	const page = await fetch(location.replace(rig.origin, rig.local));
	const code = handoverIn(await page.text())?.code;
	const redeemed = await call('POST', '/v1/auth/redeem', '', { code, verifier });
	return `Bearer ${String(redeemed.body['token'])}`;
}

test('whoever the wiki knows signs in with the role that its page gives, and with no wrong password', async () => {
	const auth = await signIn('Mira');
	expect(await call('GET', '/v1/session', auth ?? '')).toMatchObject({
		status: 200,
		body: { wiki: rig.wikiBase, user: 'Mira', roles: ['handler'] },
	});
	const ana = await signIn('Ana');
	expect((await call('GET', '/v1/session', ana ?? '')).body).toMatchObject({ user: 'Ana', roles: [] });
	expect((await call('GET', '/v1/cases', ana ?? '')).status).toBe(403);
	expect(await signIn('Mira', 'wrong')).toBeNull();
});

test('a report goes to the keys that people published, and their queue shows it at once', async () => {
	const sent = await send(keyOf('Mira'), keyOf('Tomás'));
	expect(sent.status).toBe(200);
	const queue = await call('GET', '/v1/cases', (await signIn('Mira')) ?? '');
	expect(queue.body['cases']).toMatchObject([{ id: sent.id, grants: [{ key: keyOf('Mira').public.id }] }]);
});

test('a key changed a moment ago counts at once, and the former one still opens its rows', async () => {
	const old = keyOf('Mira');
	const before = await send(old);
	const fresh = await publish('Mira');
	const after = await send(fresh);
	expect(after.status).toBe(200);
	const queue = await call('GET', '/v1/cases', (await signIn('Mira')) ?? '');
	const ids = (queue.body['cases'] as { id: string }[]).map((row) => row.id);
	expect(ids.slice(0, 2)).toEqual([after.id, before.id]);
	keys.set('Mira', fresh);
});

test('a sysop who writes a key on a handler’s page, or a key of their own on any page, gets no grant', async () => {
	const evil = await newKey();
	await publish('Tomás', 'Admin', evil);
	expect(await send(evil)).toMatchObject({ status: 422, body: { problem: 'wrong-recipients' } });
	expect((await send(keyOf('Tomás'))).status, 'the own key still counts').toBe(200);
	await publish('Admin', 'Admin', evil);
	expect((await send(evil)).status, 'no member of a team').toBe(422);
	await rig.wiki.edit('Admin', 'User:Nadia/Wikihaven.json', JSON.stringify({ wikihaven: 1, key: evil.public }));
	expect((await send(evil)).status, 'a page made by another').toBe(422);
});

test('a colleague’s key on the own page shows nothing of theirs', async () => {
	await publish('Oluchi', 'Oluchi', keyOf('Mira'));
	const queue = await call('GET', '/v1/cases', (await signIn('Oluchi')) ?? '');
	expect(queue).toMatchObject({ status: 200, body: { cases: [] } });
});

test('a switch on the page acts within a minute, and back', async () => {
	expect((await send(keyOf('Mira'))).status).toBe(200);
	await rig.configure({ off: ['report'] });
	rig.clock.ahead += 60_000;
	expect((await send(keyOf('Mira'))).body).toMatchObject({ problem: 'switched-off' });
	await rig.configure();
	rig.clock.ahead += 60_000;
	expect((await send(keyOf('Mira'))).status).toBe(200);
});

test('a broken page and a wiki that is down leave the last good copy in use, which health tells', async () => {
	const health = async (): Promise<unknown> => (await call('GET', '/health', '')).body['wikis'];
	expect(await health()).toBe('answering');
	await rig.wiki.edit('Admin', 'MediaWiki:Wikihaven.json', '{"wikihaven": 2}');
	rig.clock.ahead += 60_000;
	expect((await send(keyOf('Mira'))).status).toBe(200);
	expect(await health()).toBe('last-good-copy');
	await rig.configure();
	rig.clock.ahead += 60_000;
	expect((await send(keyOf('Mira'))).status).toBe(200);
	expect(await health()).toBe('answering');
	await rig.wiki.stop();
	rig.clock.ahead += 60_000;
	expect((await send(keyOf('Mira'))).status).toBe(200);
	expect(await health()).toBe('last-good-copy');
});
