/** Sign-in, sessions and the queue against a backend that answers by script: verifier, codes, expiry, wrong answers. */
import { expect, test } from 'vitest';
import { randomText, sha256, toBase64Url } from '../../../src/contract/bytes.ts';
import { callBackend } from '../../../src/keeper/backend/call.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';

const wiki = 'https://wiki.example/w';
const origin = 'https://haven.example';
const panelOrigin = 'https://haven.example';
const code = 'c'.repeat(43);
const token = 't'.repeat(43);
const session = { wiki, user: 'Mira', roles: ['handler'], until: '2026-01-02T00:00:00Z' };
const config = {
	wikihaven: 1,
	backend: { origin, operator: 'Us' },
	teams: {},
	routes: {},
	off: [] as string[],
	policies: [],
};

type Answer = { status?: number; json: unknown } | 'offline';

/** A keeper whose configuration is already cached, and a backend that gives these answers by method and path. */
async function setUp(answers: Record<string, Answer>, off: string[] = []) {
	let now = Date.parse('2026-01-01T00:00:00Z');
	const vault = createMemoryVault();
	const sent: { route: string; auth: string | null; body: unknown; init: RequestInit | undefined; url: string }[] = [];
	const fetch: typeof globalThis.fetch = async (input, init) => {
		const request = new Request(input, init);
		const route = `${request.method} ${new URL(request.url).pathname}`;
		const text = await request.text();
		sent.push({
			route,
			auth: request.headers.get('authorization'),
			body: text ? JSON.parse(text) : null,
			init,
			url: request.url,
		});
		const answer = answers[route] ?? { status: 404, json: { problem: 'not-found', params: [] } };
		if (answer === 'offline') throw new TypeError('offline');
		return Response.json(answer.json, { status: answer.status ?? 200 });
	};
	const refresh = (): Promise<void> =>
		vault.put('cache', wiki, {
			at: now,
			value: { entries: [{ config: { ...config, off }, revision: 5, at: 0 }], rewritten: false },
		});
	await refresh();
	const services = {
		vault,
		fetch,
		now: () => now,
		process: 'test',
		wikiApi: () => Promise.reject(new Error('the wiki is not asked')),
		signal: new AbortController().signal,
	};
	return {
		vault,
		sent,
		services,
		keeper: createKeeper(services),
		pass: async (minutes: number) => {
			now += minutes * 60_000;
			await refresh();
		},
	};
}

const started = { 'POST /v1/auth/start': { json: { url: 'https://wiki.example/authorize' } } };

test('the backend gets the challenge, later the verifier with the code, and the verifier is gone then', async () => {
	const { keeper, sent, vault } = await setUp({ ...started, 'POST /v1/auth/redeem': { json: { token, session } } });
	expect(await keeper.startSignIn({ wiki, panelOrigin })).toEqual({
		ok: true,
		value: { url: 'https://wiki.example/authorize' },
	});
	const pending = await vault.get('signIns', wiki);
	const { challenge } = (sent[0]?.body ?? {}) as { challenge?: string };
	expect(challenge).toBe(toBase64Url(await sha256(pending?.verifier ?? '')));
	expect(JSON.stringify(sent[0]?.body)).not.toContain(pending?.verifier);
	expect(await keeper.redeem({ wiki, code })).toEqual({ ok: true, value: session });
	expect(sent[1]?.body).toEqual({ code, verifier: pending?.verifier });
	expect(await vault.get('signIns', wiki)).toBeUndefined();
	expect(await vault.get('sessions', wiki)).toMatchObject({ token, user: 'Mira', origin });
	// The same code again, as somebody who overheard it would send it: this client has nothing to add to it.
	expect(await keeper.redeem({ wiki, code })).toMatchObject({ problem: 'code-expired' });
	expect(sent).toHaveLength(2);
});

test('a code without a sign-in begun here, or begun too long ago, is of no use', async () => {
	const { keeper, sent, pass } = await setUp(started);
	expect(await keeper.redeem({ wiki, code })).toMatchObject({ problem: 'code-expired' });
	await keeper.startSignIn({ wiki, panelOrigin });
	await pass(16);
	expect(await keeper.redeem({ wiki, code })).toMatchObject({ problem: 'code-expired' });
	expect(sent.map(({ route }) => route)).toEqual(['POST /v1/auth/start']);
});

test('a session of another wiki is not taken; offline the sign-in can be redeemed later', async () => {
	const other = { ...session, wiki: 'https://other.example/w' };
	const wrong = await setUp({ ...started, 'POST /v1/auth/redeem': { json: { token, session: other } } });
	await wrong.keeper.startSignIn({ wiki, panelOrigin });
	expect(await wrong.keeper.redeem({ wiki, code })).toMatchObject({ problem: 'wrong-origin' });
	expect(await wrong.vault.get('sessions', wiki)).toBeUndefined();
	const offline = await setUp({ ...started, 'POST /v1/auth/redeem': 'offline' });
	await offline.keeper.startSignIn({ wiki, panelOrigin });
	expect(await offline.keeper.redeem({ wiki, code })).toMatchObject({ problem: 'backend-unreachable' });
	expect(await offline.vault.get('signIns', wiki)).toBeDefined();
});

const stored = { origin, token, user: 'Mira', until: '2026-01-01T08:00:00Z' };

test('the queue: with the session, without one, with one that ended here or there', async () => {
	const cases = { json: { cases: [], next: null } };
	const good = await setUp({ 'GET /v1/cases': cases });
	expect(await good.keeper.cases({ wiki })).toMatchObject({ problem: 'not-signed-in' });
	await good.vault.put('sessions', wiki, stored);
	expect(await good.keeper.cases({ wiki, after: '1.x', limit: 20 })).toMatchObject({ ok: true });
	expect(good.sent[0]).toMatchObject({ auth: `Bearer ${token}`, url: `${origin}/v1/cases?after=1.x&limit=20` });
	expect(good.sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
	await good.pass(9 * 60);
	expect(await good.keeper.cases({ wiki })).toMatchObject({ problem: 'session-expired' });
	expect(await good.vault.get('sessions', wiki)).toBeUndefined();
	const ended = await setUp({ 'GET /v1/cases': { status: 401, json: { problem: 'session-expired', params: [] } } });
	await ended.vault.put('sessions', wiki, stored);
	expect(await ended.keeper.cases({ wiki })).toMatchObject({ problem: 'session-expired' });
	expect(await ended.vault.get('sessions', wiki)).toBeUndefined();
	const stranger = await setUp({ 'GET /v1/cases': { status: 403, json: { problem: 'forbidden', params: [] } } });
	await stranger.vault.put('sessions', wiki, stored);
	expect(await stranger.keeper.cases({ wiki })).toMatchObject({ problem: 'forbidden' });
	expect(await stranger.vault.get('sessions', wiki)).toBeDefined();
});

test('case handling switched off asks nothing of the backend', async () => {
	const { keeper, vault, sent } = await setUp({}, ['case']);
	await vault.put('sessions', wiki, stored);
	expect(await keeper.cases({ wiki })).toMatchObject({ problem: 'switched-off' });
	expect(sent).toEqual([]);
});

test('session: null where there is none or it ended, a problem where the backend cannot say', async () => {
	const good = await setUp({ 'GET /v1/session': { json: session } });
	expect(await good.keeper.session({ wiki })).toEqual({ ok: true, value: null });
	await good.vault.put('sessions', wiki, stored);
	expect(await good.keeper.session({ wiki })).toEqual({ ok: true, value: session });
	const offline = await setUp({ 'GET /v1/session': 'offline' });
	await offline.vault.put('sessions', wiki, stored);
	expect(await offline.keeper.session({ wiki })).toMatchObject({ problem: 'backend-unreachable' });
	expect(await offline.vault.get('sessions', wiki)).toBeDefined();
	expect(await offline.keeper.signOut({ wiki })).toMatchObject({ ok: true });
	expect(await offline.vault.get('sessions', wiki)).toBeUndefined();
});

test('a report is followed with its own capability', async () => {
	const id = randomText(16);
	const secret = randomText(32);
	const { keeper, vault, sent } = await setUp({});
	expect(await keeper.reportStatus({ id })).toMatchObject({ problem: 'not-found' });
	expect(sent).toEqual([]);
	await vault.put('reports', id, { id, origin, wiki, secret, kind: 'hate', subject: null, at: '2026-01-01T00:00:00Z' });
	await keeper.reportStatus({ id });
	expect(sent[0]).toMatchObject({ route: `GET /v1/reports/${id}`, auth: `Capability ${secret}` });
});

test('an answer for another origin is not taken for the backend', async () => {
	const about = {
		origin: 'https://other.example',
		operator: 'Them',
		version: '1',
		now: '2026-01-01T00:00:00Z',
		wikis: [],
		staff: [],
		receiptKeys: [],
	};
	const { keeper } = await setUp({ 'GET /v1/about': { json: about } });
	expect(await keeper.about({ origin })).toMatchObject({ problem: 'wrong-origin' });
});

test('a backend that never answers is given up, one called off is called off', async () => {
	const closing = new AbortController();
	const hanging: typeof fetch = (_, init) =>
		new Promise((_give, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('aborted'))));
	const pending = callBackend({ fetch: hanging, signal: closing.signal }, origin, 'health', {});
	closing.abort();
	expect(await pending).toMatchObject({ problem: 'cancelled' });
	expect(await callBackend({ fetch: hanging, signal: closing.signal }, origin, 'health', {})).toMatchObject({
		problem: 'cancelled',
	});
});
