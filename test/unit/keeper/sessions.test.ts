/** Sign-in, sessions and the queue against a backend that answers by script: verifier, codes, expiry, wrong answers. */
import { expect, test } from 'vitest';
import { sha256, toBase64Url } from '../../../src/contract/bytes.ts';
import { callBackend } from '../../../src/keeper/backend/call.ts';
import { aboutWith, origin, wiki } from './haven.ts';
import { scripted } from './scripted.ts';

const panelOrigin = 'https://haven.example';
const code = 'c'.repeat(43);
const token = 't'.repeat(43);
const session = { wiki, user: 'Mira', roles: ['handler'], until: '2026-01-02T00:00:00Z' };
const started = { 'POST /v1/auth/start': { json: { url: 'https://wiki.example/authorize' } } };

test('the backend gets the challenge, later the verifier with the code, and the verifier is gone then', async () => {
	const { keeper, asked, vault } = await scripted({ ...started, 'POST /v1/auth/redeem': { json: { token, session } } });
	expect(await keeper.startSignIn({ wiki, panelOrigin })).toEqual({
		ok: true,
		value: { url: 'https://wiki.example/authorize' },
	});
	const pending = await vault.get('signIns', wiki);
	const { challenge } = (asked[0]?.body ?? {}) as { challenge?: string };
	expect(challenge).toBe(toBase64Url(await sha256(pending?.verifier ?? '')));
	expect(JSON.stringify(asked[0]?.body)).not.toContain(pending?.verifier);
	expect(await keeper.redeem({ wiki, code })).toEqual({ ok: true, value: session });
	expect(asked[1]?.body).toEqual({ code, verifier: pending?.verifier });
	expect(await vault.get('signIns', wiki)).toBeUndefined();
	expect(await vault.get('sessions', wiki)).toMatchObject({ token, user: 'Mira', origin });
	// The same code again, as somebody who overheard it would send it: this client has nothing to add to it.
	expect(await keeper.redeem({ wiki, code })).toMatchObject({ problem: 'code-expired' });
	// Besides those two only what fills up the tokens of whoever has signed in.
	expect(asked.map(({ route }) => route)).toEqual(['POST /v1/auth/start', 'POST /v1/auth/redeem', 'GET /v1/standing']);
});

test('a code without a sign-in begun here, or begun too long ago, is of no use', async () => {
	const { keeper, asked, pass } = await scripted(started);
	expect(await keeper.redeem({ wiki, code })).toMatchObject({ problem: 'code-expired' });
	await keeper.startSignIn({ wiki, panelOrigin });
	await pass(16);
	expect(await keeper.redeem({ wiki, code })).toMatchObject({ problem: 'code-expired' });
	expect(asked.map(({ route }) => route)).toEqual(['POST /v1/auth/start']);
});

test('a session of another wiki is not taken; offline the sign-in can be redeemed later', async () => {
	const other = { ...session, wiki: 'https://other.example/w' };
	const wrong = await scripted({ ...started, 'POST /v1/auth/redeem': { json: { token, session: other } } });
	await wrong.keeper.startSignIn({ wiki, panelOrigin });
	expect(await wrong.keeper.redeem({ wiki, code })).toMatchObject({ problem: 'wrong-origin' });
	expect(await wrong.vault.get('sessions', wiki)).toBeUndefined();
	const offline = await scripted({ ...started, 'POST /v1/auth/redeem': 'offline' });
	await offline.keeper.startSignIn({ wiki, panelOrigin });
	expect(await offline.keeper.redeem({ wiki, code })).toMatchObject({ problem: 'backend-unreachable' });
	expect(await offline.vault.get('signIns', wiki)).toBeDefined();
});

const stored = { origin, token, user: 'Mira', until: '2026-01-01T08:00:00Z' };

test('the queue: with the session, without one, with one that ended here or there', async () => {
	const cases = { json: { cases: [], now: '2026-01-01T00:00:00Z', next: null } };
	const good = await scripted({ 'GET /v1/cases': cases });
	expect(await good.keeper.cases({ wiki })).toMatchObject({ problem: 'not-signed-in' });
	await good.vault.put('sessions', wiki, stored);
	expect(await good.keeper.cases({ wiki, after: '1.x', limit: 20 })).toMatchObject({ ok: true });
	expect(good.asked[0]).toMatchObject({ auth: `Bearer ${token}`, url: `${origin}/v1/cases?after=1.x&limit=20` });
	expect(good.asked[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
	await good.pass(9 * 60);
	expect(await good.keeper.cases({ wiki })).toMatchObject({ problem: 'session-expired' });
	expect(await good.vault.get('sessions', wiki)).toBeUndefined();
	const ended = await scripted({ 'GET /v1/cases': { status: 401, json: { problem: 'session-expired', params: [] } } });
	await ended.vault.put('sessions', wiki, stored);
	expect(await ended.keeper.cases({ wiki })).toMatchObject({ problem: 'session-expired' });
	expect(await ended.vault.get('sessions', wiki)).toBeUndefined();
	const stranger = await scripted({ 'GET /v1/cases': { status: 403, json: { problem: 'forbidden', params: [] } } });
	await stranger.vault.put('sessions', wiki, stored);
	expect(await stranger.keeper.cases({ wiki })).toMatchObject({ problem: 'forbidden' });
	expect(await stranger.vault.get('sessions', wiki)).toBeDefined();
});

test('case handling switched off asks nothing of the backend', async () => {
	const { keeper, vault, asked } = await scripted({}, ['case']);
	await vault.put('sessions', wiki, stored);
	expect(await keeper.cases({ wiki })).toMatchObject({ problem: 'switched-off' });
	expect(asked).toEqual([]);
});

test('session: null where there is none or it ended, a problem where the backend cannot say', async () => {
	const good = await scripted({ 'GET /v1/session': { json: session } });
	expect(await good.keeper.session({ wiki })).toEqual({ ok: true, value: null });
	await good.vault.put('sessions', wiki, stored);
	expect(await good.keeper.session({ wiki })).toEqual({ ok: true, value: session });
	const offline = await scripted({ 'GET /v1/session': 'offline' });
	await offline.vault.put('sessions', wiki, stored);
	expect(await offline.keeper.session({ wiki })).toMatchObject({ problem: 'backend-unreachable' });
	expect(await offline.vault.get('sessions', wiki)).toBeDefined();
	expect(await offline.keeper.signOut({ wiki })).toMatchObject({ ok: true });
	expect(await offline.vault.get('sessions', wiki)).toBeUndefined();
});

test('an answer for another origin is not taken for the backend', async () => {
	const about = aboutWith([], 'https://other.example');
	const { keeper } = await scripted({ 'GET /v1/about': { json: about } });
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
