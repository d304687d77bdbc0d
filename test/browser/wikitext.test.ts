/** The wikitext worker in a real Chromium: with WebAssembly, under a policy that refuses it, and when it hangs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenize } from '../../src/engines/wikitext/tokenize.ts';
import { talkPage } from '../property/wikitext/talk-page.ts';
import { wiki } from '../property/wikitext/wiki.ts';
import { wikitextPage, type WikitextPage } from './wikitext-page.ts';

const { text, comments } = talkPage(400, 7);
const policies = {
	wasm: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
	plain: "default-src 'self'; script-src 'self'; worker-src 'self'",
};

describe.each(['wasm', 'plain'] as const)('a worker whose policy makes it %s', (engine) => {
	let opened: WikitextPage;
	beforeAll(async () => {
		opened = await wikitextPage(policies[engine]);
	});
	afterAll(() => opened.stop());

	test('reads a page, its edit and its tokens as the plain reader does', async () => {
		const insert = { start: text.length >> 1, oldEnd: (text.length >> 1) + 3, text: "[[Pier]] ''and''\n* more {{x" };
		const [parsed, edited, tokens] = await opened.page.evaluate(
			async (page, change) => [
				await window.wikitext.parse(page),
				await window.wikitext.edit(change),
				await window.wikitext.tokens().then((all) => {
					if (!all.ok) return null;
					const { count, kinds, ends } = all.value;
					return { kinds: [...kinds.subarray(0, count)], ends: [...ends.subarray(0, count)] };
				}),
			],
			text,
			insert,
		);
		expect(parsed).toMatchObject({ ok: true, value: { engine, error: false, length: text.length } });
		expect(edited).toMatchObject({ ok: true, value: { engine, error: false } });
		const { count, kinds, ends } = tokenize(text.slice(0, insert.start) + insert.text + text.slice(insert.oldEnd));
		expect(tokens).toEqual({ kinds: [...kinds.subarray(0, count)], ends: [...ends.subarray(0, count)] });
	});

	test('gives the exact lines of every comment, and says of a foreign one that it is not there', async () => {
		const stranger = { author: 'Nobody Here', timestampISO: '2020-01-01T00:00:00Z', nth: 0 };
		const wanted = [...comments.map(({ author, timestampISO, nth }) => ({ author, timestampISO, nth })), stranger];
		const located = await opened.page.evaluate(
			(page, all, data) => window.wikitext.locate({ text: page, title: 'Talk:Pier' }, all, data),
			text,
			wanted,
			wiki,
		);
		if (!located.ok) throw new Error(located.problem);
		const lines = located.value.map((one) => (one.state === 'found' ? [one.firstLine, one.lastLine] : one.state));
		expect(lines).toEqual([...comments.map(({ firstLine, lastLine }) => [firstLine, lastLine]), 'not-in-source']);
	});

	test('ends a worker that hangs or is not there, and answers a call that was cancelled', async () => {
		const answers = await opened.page.evaluate(async () => {
			const cancelled = new AbortController();
			const call = window.wikitext.parse('x', cancelled.signal);
			cancelled.abort();
			return [
				await window.makeWikitext('hangs.js', 500).parse('x'),
				await window.makeWikitext('missing.js').parse('x'),
				await call,
				await window.wikitext.parse('still there'),
			];
		});
		expect(answers).toMatchObject([
			{ ok: false, problem: 'timed-out' },
			{ ok: false, problem: 'server-error' },
			{ ok: false, problem: 'cancelled' },
			{ ok: true, value: { engine } },
		]);
	});
});
