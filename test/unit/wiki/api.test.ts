/** The way to a wiki: what is sent, and what each kind of bad answer becomes. */
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { createWikiApi, type WikiFetch } from '../../../src/wiki/api.ts';
import { ask } from '../../../src/wiki/transport.ts';

const base = 'https://wiki.example/w';
const query = { action: 'query' as const, params: { titles: 'User:Somebody' } };

interface Sent {
	url: string;
	init: Parameters<WikiFetch>[1];
}

function answering(...answers: { text: string; status?: number; retryAfter?: string }[]): {
	fetch: WikiFetch;
	sent: Sent[];
} {
	const sent: Sent[] = [];
	const fetch: WikiFetch = async (url, init) => {
		sent.push({ url, init });
		const {
			text,
			status = 200,
			retryAfter = null,
		} = answers[Math.min(sent.length, answers.length) - 1] ?? { text: '' };
		return { status, headers: { get: () => retryAfter }, text: async () => text };
	};
	return { fetch, sent };
}

const never = new AbortController().signal;

test('names travel in the body, never in the address', async () => {
	const { fetch, sent } = answering({ text: '{"query":{}}' });
	const reply = await createWikiApi({ base, fetch, signal: never })(query);
	expect(reply).toEqual({ ok: true, value: { query: {} } });
	expect(sent[0]?.url).toBe(`${base}/api.php`);
	expect(sent[0]?.init.method).toBe('POST');
	const body = new URLSearchParams(sent[0]?.init.body);
	expect(Object.fromEntries(body)).toEqual({
		titles: 'User:Somebody',
		action: 'query',
		format: 'json',
		formatversion: '2',
	});
});

test('an HTML page is told from a broken wiki', async () => {
	const html = answering({ text: '<html>Log in</html>' });
	expect(await createWikiApi({ base, fetch: html.fetch, signal: never })(query)).toMatchObject({
		problem: 'wiki-not-json',
	});
	const broken = answering({ text: '<html>Fatal error</html>', status: 500 });
	expect(await createWikiApi({ base, fetch: broken.fetch, signal: never })(query)).toMatchObject({
		problem: 'wiki-error',
		params: ['500'],
	});
});

test('a wiki that asks for patience is asked again, three times at most', async () => {
	vi.useFakeTimers();
	const lag = { text: '{"error":{"code":"maxlag","info":"Waiting"}}', retryAfter: '1' };
	const recovers = answering(lag, { text: '{"query":{"ok":1}}' });
	const first = createWikiApi({ base, fetch: recovers.fetch, signal: never, maxlag: 5 })(query);
	await vi.runAllTimersAsync();
	expect(await first).toEqual({ ok: true, value: { query: { ok: 1 } } });
	expect(new URLSearchParams(recovers.sent[0]?.init.body).get('maxlag')).toBe('5');
	const stays = answering({ text: 'Too many requests', status: 429 });
	const second = createWikiApi({ base, fetch: stays.fetch, signal: never })(query);
	await vi.runAllTimersAsync();
	expect(await second).toMatchObject({ problem: 'rate-limited' });
	expect(stays.sent).toHaveLength(3);
	vi.useRealTimers();
});

test('unreachable, too slow and called off are three different things', async () => {
	const dead: WikiFetch = () => Promise.reject(new TypeError('network'));
	expect(await createWikiApi({ base, fetch: dead, signal: never })(query)).toMatchObject({
		problem: 'wiki-unreachable',
	});
	const hanging: WikiFetch = (_, { signal }) =>
		new Promise((_give, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))));
	expect(await createWikiApi({ base, fetch: hanging, signal: never, timeoutMs: 20 })(query)).toMatchObject({
		problem: 'timed-out',
	});
	const closing = new AbortController();
	const pending = createWikiApi({ base, fetch: hanging, signal: closing.signal })(query);
	closing.abort();
	expect(await pending).toMatchObject({ problem: 'cancelled' });
	expect(await createWikiApi({ base, fetch: hanging, signal: closing.signal })(query)).toMatchObject({
		problem: 'cancelled',
	});
});

test('an API error becomes the problem it means, an answer of another shape wiki-error', async () => {
	const says = (text: string) => createWikiApi({ base, fetch: answering({ text }).fetch, signal: never });
	const Shape = v.object({ query: v.object({ user: v.string() }) });
	const error = (code: string) => ask(says(`{"error":{"code":"${code}","info":"…"}}`), query, Shape);
	expect(await error('assertnameduserfailed')).toMatchObject({ problem: 'not-signed-in' });
	expect(await error('protectedpage')).toMatchObject({ problem: 'forbidden' });
	expect(await error('editconflict')).toMatchObject({ problem: 'conflict' });
	expect(await error('internal_api_error')).toMatchObject({ problem: 'wiki-error', params: ['internal_api_error'] });
	expect(await ask(says('{"query":{"user":7}}'), query, Shape)).toMatchObject({ problem: 'wiki-error' });
	expect(await ask(says('{"query":{"user":"A"}}'), query, Shape)).toEqual({
		ok: true,
		value: { query: { user: 'A' } },
	});
});
