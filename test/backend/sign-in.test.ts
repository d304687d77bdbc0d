/** Sign-in by OAuth 2, and what a forwarded link, a replayed code, a wrong verifier, origin or state give: nothing. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { SessionSchema, SignedInSchema } from '../../src/contract/session.ts';
import { startOAuthStandIn, type OAuthStandIn } from '../wiki/oauth/stand-in.ts';
import { startTestBackend, type Answer, type TestBackend } from './setup/backend.ts';
import { handoverIn, Window } from './setup/browser-leg.ts';
import { makeWorld, wikiA, wikiB } from './setup/people.ts';
import { onBothStores } from './setup/stores.ts';

const own = 'http://haven.test';
const chrome = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
const firefox = 'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab';

onBothStores((place) => {
	let backend: TestBackend;
	let standIn: OAuthStandIn;
	beforeAll(async () => {
		const client = { clientId: 'wikihaven', clientSecret: 'only-here', redirectUri: `${own}/v1/auth/callback` };
		standIn = await startOAuthStandIn({
			port: 0,
			wikiApi: `${wikiA}/api.php`,
			clients: [client],
			// Who knows a password is tried with the real wiki in test/wiki.
			check: (username, password) =>
				Promise.resolve(
					password === 'right'
						? {
								sub: 1,
								username,
								editcount: 3,
								confirmed_email: true,
								blocked: false,
								registered: '20200101000000',
								groups: ['*', 'user'],
								rights: ['read'],
							}
						: null,
				),
		});
		const { clientId, clientSecret } = client;
		backend = await startTestBackend(await makeWorld(), await place.fresh(), {
			wikis: [{ base: wikiA, oauth: { clientId, clientSecret, authorizeBase: standIn.base } }, { base: wikiB }],
			extensions: { chrome: [chrome], firefox: true },
		});
	});
	afterAll(async () => {
		await backend.stop();
		await standIn.stop();
	});

	interface Panel {
		readonly verifier: string;
		readonly url: string;
	}
	async function start(panelOrigin = own): Promise<Panel> {
		const verifier = randomText(32);
		const challenge = createHash('sha256').update(verifier).digest('base64url');
		const answer = await backend.call('POST', '/v1/auth/start', { body: { wiki: wikiA, challenge, panelOrigin } });
		expect(answer.status).toBe(200);
		return { verifier, url: String(answer.body['url']) };
	}
	/** What the wiki's redirect brings, with the backend's own name replaced by where it listens. */
	const callback = (location: string | null): Promise<Answer> =>
		backend.call('GET', (location ?? '').replace(own, '') || '/none');
	async function codeFor(url: string, user = 'Hana'): Promise<string> {
		const page = await callback(await new Window().authorize(url, user, 'right'));
		return handoverIn(String(page.body['text']))?.code ?? '';
	}
	const redeem = (code: string, verifier: string): Promise<Answer> =>
		backend.call('POST', '/v1/auth/redeem', { body: { code, verifier } });
	const sessions = async (): Promise<number> =>
		(await backend.store.db.selectFrom('session').select('until').execute()).length;

	test('code and verifier together give a session with the roles of that person, which signing out ends', async () => {
		const { url, verifier } = await start();
		expect(url.startsWith(`${standIn.base}/rest.php/oauth2/authorize?`)).toBe(true);
		expect(url).not.toContain(verifier);
		const answer = await redeem(await codeFor(url), verifier);
		const { token, session } = v.parse(SignedInSchema, answer.body);
		expect(session).toMatchObject({ wiki: wikiA, user: 'Hana', roles: ['handler'] });
		expect(Date.parse(session.until) - backend.clock.now).toBe(12 * 3_600_000);
		const auth = `Bearer ${token}`;
		const now = await backend.call('GET', '/v1/session', { auth });
		expect(v.parse(SessionSchema, now.body)).toEqual(session);
		expect((await backend.call('DELETE', '/v1/session', { auth })).status).toBe(200);
		expect((await backend.call('GET', '/v1/session', { auth })).status).toBe(401);
	});

	test('somebody who is no handler has a session without a role', async () => {
		const { url, verifier } = await start();
		const answer = await redeem(await codeFor(url, 'Anna'), verifier);
		expect(v.parse(SignedInSchema, answer.body).session).toMatchObject({ user: 'Anna', roles: [] });
	});

	test('a session ends after twelve hours', async () => {
		const { url, verifier } = await start();
		const { token } = v.parse(SignedInSchema, (await redeem(await codeFor(url), verifier)).body);
		const then = backend.clock.now;
		backend.clock.now += 12 * 3_600_000;
		const answer = await backend.call('GET', '/v1/session', { auth: `Bearer ${token}` });
		expect(answer).toMatchObject({ status: 401, body: { problem: 'session-expired' } });
		backend.clock.now = then;
	});

	test('a forwarded link gives its sender nothing', async () => {
		// The sender has link and verifier; the other, who has approved before, opens the link and is not even asked.
		const other = new Window();
		await other.authorize((await start()).url, 'Hana', 'right');
		const forwarded = await start();
		const page = await callback(await other.authorize(forwarded.url, 'Hana', 'no matter'));
		const handover = handoverIn(String(page.body['text']));
		// The code is in the other's window alone: only its opener of our own origin would get it, and there is none.
		expect(handover?.panelOrigin).toBe(own);
		expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'sha256-/);
		const before = await sessions();
		for (const guess of [randomText(32), new URL(forwarded.url).searchParams.get('state') ?? ''])
			expect((await redeem(guess, forwarded.verifier)).body).toMatchObject({ problem: 'code-expired' });
		expect(await sessions()).toBe(before);
	});

	test('a replayed code, a wrong verifier, and a code after a wrong verifier give nothing', async () => {
		const first = await start();
		const code = await codeFor(first.url);
		expect((await redeem(code, first.verifier)).status).toBe(200);
		const before = await sessions();
		expect(await redeem(code, first.verifier)).toMatchObject({ status: 410, body: { problem: 'code-expired' } });
		const second = await start();
		const stolen = await codeFor(second.url);
		expect((await redeem(stolen, first.verifier)).status).toBe(410);
		expect((await redeem(stolen, second.verifier)).status, 'used up by the try').toBe(410);
		expect(await sessions()).toBe(before);
	});

	test('one code redeemed many times at once gives one session', async () => {
		const { url, verifier } = await start();
		const code = await codeFor(url);
		const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(code, verifier)));
		expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410, 410, 410, 410]);
	});

	test('a code is good for a minute', async () => {
		const { url, verifier } = await start();
		const code = await codeFor(url);
		const then = backend.clock.now;
		backend.clock.now += 60_000;
		expect((await redeem(code, verifier)).status).toBe(410);
		backend.clock.now = then;
	});

	test('a state that is unknown, used or old gives a calm page and no code', async () => {
		const { url } = await start();
		const location = await new Window().authorize(url, 'Hana', 'right');
		const mixed = new URL(location ?? '');
		mixed.searchParams.set('state', randomText(32));
		const pages = [await callback(mixed.href), await callback(`${own}/v1/auth/callback`)];
		expect((await callback(location)).status).toBe(200);
		pages.push(await callback(location));
		const late = await start();
		const lateLocation = await new Window().authorize(late.url, 'Hana', 'right');
		const then = backend.clock.now;
		backend.clock.now += 10 * 60_000;
		pages.push(await callback(lateLocation));
		backend.clock.now = then;
		for (const page of pages) {
			expect(page.status).toBe(400);
			expect(page.body['text']).toContain('This sign-in took too long or was used before');
			expect(handoverIn(String(page.body['text']))).toBeNull();
		}
	});

	test("a code of the wiki's that is wrong or belongs to another sign-in, and a refusal, give no code", async () => {
		const [mine, other] = [await start(), await start()];
		const foreign = new URL((await new Window().authorize(other.url, 'Hana', 'right')) ?? '');
		const state = new URL(mine.url).searchParams.get('state') ?? '';
		const query = new URLSearchParams({ code: foreign.searchParams.get('code') ?? '', state });
		const refused = new URLSearchParams({
			error: 'access_denied',
			state: new URL((await start()).url).searchParams.get('state') ?? '',
		});
		for (const bad of [query, refused]) {
			const page = await callback(`${own}/v1/auth/callback?${bad}`);
			expect(page.status).toBe(400);
			expect(page.body['text']).toContain('The wiki did not confirm the sign-in');
		}
		expect(await new Window().authorize(mine.url, 'Hana', 'wrong')).toBeNull();
	});

	test.each([
		['our own', own, 200],
		['the listed Chromium extension', chrome, 200],
		['a Firefox extension', firefox, 200],
		['another Chromium extension', `chrome-extension://${'p'.repeat(32)}`, 403],
		['a Firefox origin of another form', 'moz-extension://evil', 403],
		['the wiki', 'http://a.wiki.test', 403],
		['a look-alike', 'http://haven.test.evil.test', 403],
	])('a code goes to listed panels only: %s', async (_, panelOrigin, status) => {
		const body = { wiki: wikiA, challenge: randomText(32), panelOrigin };
		expect((await backend.call('POST', '/v1/auth/start', { body })).status).toBe(status);
	});

	test('a wiki without OAuth says so', async () => {
		const body = { wiki: wikiB, challenge: randomText(32), panelOrigin: own };
		expect((await backend.call('POST', '/v1/auth/start', { body })).body).toMatchObject({ problem: 'config-missing' });
	});

	test('the callback page keeps its opener, and nothing of it is kept or passed on', async () => {
		const page = await callback(await new Window().authorize((await start(chrome)).url, 'Hana', 'right'));
		expect(handoverIn(String(page.body['text']))?.panelOrigin).toBe(chrome);
		expect(page.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
		expect(page.headers.get('referrer-policy')).toBe('no-referrer');
		expect(page.headers.get('cache-control')).toBe('no-store');
		expect(page.headers.getSetCookie()).toEqual([]);
		expect(page.body['text']).not.toContain('Hana');
	});
});
