/** A service's own account on a wiki: one login for many calls, again where the session has ended, and no password elsewhere. */
import { expect, test } from 'vitest';
import { createBotApi } from '../../../src/wiki/bot.ts';

interface Sent {
	readonly cookie: string;
	readonly given: Record<string, string>;
}

/** A wiki that knows one bot password; a double, so that its sessions can end. */
function wiki(word = 'right') {
	const sent: Sent[] = [];
	const made = { session: 0, lost: false };
	const bot = createBotApi({
		base: 'https://wiki.example/w',
		user: 'Haven@duty',
		password: 'right',
		signal: new AbortController().signal,
		async fetch(_, { headers, body }) {
			const given = Object.fromEntries(new URLSearchParams(body));
			const cookie = headers['cookie'] ?? '';
			sent.push({ cookie, given });
			const isIn = cookie.includes(`session=${made.session}`) && made.session > 0 && !made.lost;
			let value: unknown;
			let cookies: string[] = [];
			if (given['type'] === 'login') {
				value = { query: { tokens: { logintoken: 'a+\\' } } };
				cookies = ['start=1; path=/; httponly', 'session=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT'];
			} else if (given['action'] === 'login') {
				const fits = given['lgpassword'] === word && given['lgtoken'] === 'a+\\' && cookie.includes('start=1');
				if (fits) {
					made.lost = false;
					cookies = [`session=${++made.session}; path=/`];
				}
				value = { login: { result: fits ? 'Success' : 'Failed' } };
			} else value = isIn ? { query: {} } : { error: { code: 'assertuserfailed', info: '' } };
			return {
				status: 200,
				headers: { get: () => null, getSetCookie: () => cookies },
				text: async () => JSON.stringify(value),
			};
		},
	});
	return { bot, sent, made };
}
const query = { action: 'query', params: { meta: 'siteinfo' } } as const;
const logins = (sent: readonly Sent[]): number => sent.filter(({ given }) => given['action'] === 'login').length;

test('many calls at once are one login, and each is made as that account', async () => {
	const { bot, sent } = wiki();
	expect(await Promise.all([bot(query), bot(query), bot(query)])).toEqual(
		Array.from({ length: 3 }, () => ({ ok: true, value: { query: {} } })),
	);
	expect(logins(sent)).toBe(1);
	const asked = sent.filter(({ given }) => given['meta'] === 'siteinfo');
	for (const { cookie, given } of asked) {
		expect(given).toMatchObject({ assert: 'user' });
		expect(given).not.toHaveProperty('lgpassword');
		expect(cookie).toBe('start=1; session=1');
	}
});

test('a session that has ended is begun anew, once', async () => {
	const { bot, sent, made } = wiki();
	await bot(query);
	made.lost = true;
	expect(await bot(query)).toEqual({ ok: true, value: { query: {} } });
	expect(logins(sent)).toBe(2);
});

test('a password that the wiki does not take is said, and tried again only with the next call', async () => {
	const { bot, sent } = wiki('another');
	expect(await bot(query)).toEqual({ ok: false, problem: 'forbidden', params: ['login'] });
	expect(logins(sent)).toBe(1);
	expect(await bot(query)).toMatchObject({ problem: 'forbidden' });
	expect(logins(sent)).toBe(2);
});
