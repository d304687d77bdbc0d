/** The comment engine on anything at all: a result, in order, for whatever a page may hold. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findComments, readComments } from '../../src/engines/comments/comments.ts';
import { excerpt } from '../../src/engines/comments/texts.ts';
import { parsePage } from '../../src/host/cli/page-tree.ts';
import { englishWiki, talkPage } from '../bench/talk-page.ts';

const sign = '<a href="/wiki/User:Moth">Moth</a> 10:01, 3 February 2024 (UTC)';
const piece = fc.oneof(
	fc.constantFrom(
		'<p>',
		'</p>',
		'<dl><dd>',
		'</dd></dl>',
		'<ul><li>',
		'</li>',
		'<br>',
		'<i>',
		'</i>',
		'<blockquote>',
		'</blockquote>',
	),
	fc.constantFrom(
		'<table><tr><td>',
		'</table>',
		'<h2>x</h2>',
		'<a href="/wiki/User:A',
		'<span style="display:none">',
		'</span>',
		'<img>',
	),
	fc.constantFrom(
		sign,
		'10:01, 3 February 2024 (UTC)',
		'<a href="/wiki/User_talk:%E0%A4%A">x</a>',
		'\u202e',
		'(UTC)',
		'<q>',
		'</q>',
	),
	fc.string({ maxLength: 12 }),
);
const pages = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

test('any HTML gives comments with ranges in document order, parents before children and texts', () => {
	fc.assert(
		fc.property(pages, (html) => {
			const root = parsePage(html);
			findComments(root, englishWiki, 'Talk:X').forEach((comment, i) => {
				expect(comment.parent).toBeLessThan(i);
				expect(comment.level).toBeGreaterThan(0);
				expect(excerpt(comment.start, comment.end, 1e6)).toContain('(UTC)');
			});
		}),
		{ numRuns: 400 },
	);
});

test('slices of any size give what one go gives', () => {
	fc.assert(
		fc.property(pages, fc.integer({ min: 1, max: 5 }), (html, every) => {
			const root = parsePage(html);
			let ticks = 0;
			const work = readComments(root, englishWiki, 'Talk:X', () => ticks++);
			while (work.step(every));
			expect(work.result()).toEqual(findComments(root, englishWiki, 'Talk:X'));
		}),
		{ numRuns: 60 },
	);
});

test('what is written around a comment does not change its author and minute', () => {
	fc.assert(
		fc.property(fc.lorem({ mode: 'sentences', maxCount: 3 }), fc.lorem({ maxCount: 8 }), (before, inside) => {
			const page = `<p>${before}</p><p>${inside}. ${sign}</p><p>${before}</p>`;
			expect(findComments(parsePage(page), englishWiki, 'Talk:X')).toMatchObject([
				{ author: 'Moth', timestampISO: '2024-02-03T10:01:00Z', certain: true },
			]);
		}),
	);
});

test.each([
	['20,000 nested lists', `${'<dl><dd>'.repeat(20_000)}${sign}`, 1],
	['20,000 time stamps in one paragraph', `<p>${`x ${sign} `.repeat(20_000)}</p>`, 1],
	['a paragraph of five million letters', `<p>${'lamp '.repeat(1_000_000)}${sign}</p>`, 1],
	['a million brackets', `<p>${'('.repeat(500_000)}${')'.repeat(500_000)} ${sign}</p>`, 1],
	['100,000 user links before one time', `<p>${'<a href="/wiki/User:A">a</a> '.repeat(100_000)}${sign}</p>`, 1],
	['digits without end', `<p>${'10:01, 3 '.repeat(200_000)} ${sign}</p>`, 1],
	['20,000 comments', talkPage(20_000), 20_000],
])('%s end soon', (_, html, count) => {
	expect(findComments(parsePage(html), englishWiki, 'Talk:X')).toHaveLength(count);
});
