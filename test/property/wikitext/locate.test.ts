/** Comments in a page's source: the true lines of every one, and an end on hostile pages. */
import { describe, expect, test } from 'vitest';
import { locate, sourceComments } from '../../../src/engines/wikitext/locate.ts';
import { tokenize } from '../../../src/engines/wikitext/tokenize.ts';
import { hostilePages } from './hostile.ts';
import { talkPage } from './talk-page.ts';
import { wiki } from './wiki.ts';

test('5,000 comments of 50 invented pages: the first and last line of each is exact', () => {
	const wrong: string[] = [];
	for (let seed = 1; seed <= 50; seed++) {
		const { text, comments } = talkPage(100, seed);
		const located = locate(text, tokenize(text), wiki, 'Talk:Pier', comments);
		located.forEach((one, i) => {
			const { firstLine, lastLine, author } = comments[i] ?? { firstLine: 0, lastLine: 0, author: '' };
			const said = one.state === 'found' ? `${one.firstLine}-${one.lastLine}` : one.state;
			if (said !== `${firstLine}-${lastLine}`)
				wrong.push(`seed ${seed}, ${author}: ${firstLine}-${lastLine}, said ${said}`);
		});
	}
	expect(wrong).toEqual([]);
});

test('bytes and characters tell the same range', () => {
	const { text } = talkPage(80, 3);
	const bytes = Buffer.from(text);
	const found = sourceComments(text, tokenize(text), wiki, 'Talk:Pier');
	expect(found).toHaveLength(80);
	for (const one of found) {
		expect(bytes.subarray(one.startByte, one.endByte).toString()).toBe(text.slice(one.start, one.end));
		expect(text.slice(0, one.start).split('\n')).toHaveLength(one.firstLine);
	}
});

describe('hostile pages with a comment before and after', () => {
	const comment = '\nHello. [[User:Quill|Quill]] 10:00, 5 May 2024 (UTC)\n\n';
	test.each(Object.entries(hostilePages(40_000)))('%s', (_name, hostile) => {
		const text = `${comment}${hostile}\n\n${comment}`;
		const found = sourceComments(text, tokenize(text), wiki, 'Talk:Pier');
		expect(found[0]).toMatchObject({
			author: 'Quill',
			timestampISO: '2024-05-05T10:00:00Z',
			firstLine: 2,
			lastLine: 2,
		});
	});
});
