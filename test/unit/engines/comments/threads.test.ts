/** Levels, parents, headings, beginnings and ends, and the marks of DiscussionTools. */
import { expect, test } from 'vitest';
import { excerpt } from '../../../../src/engines/comments/texts.ts';
import { read } from './page.ts';

const M = '[[User:Moth|Moth]]';
const shape = (text: string): [number, number, string | null][] =>
	read(text).map(({ level, parent, heading }) => [level, parent, heading]);
const ends = (text: string): [string, string][] =>
	read(text).map(({ start, end }) => [excerpt(start, end, 200), excerpt(start, end, 12, true)]);

test('levels count list items; a parent is the nearest earlier comment further out', () => {
	const page =
		`<p>a ${M} ~A~</p><dl><dd>b ${M} ~B~<ul><li>c ${M} ~C~</li></ul></dd></dl>` +
		`<dl><dd><dl><dd><dl><dd>d ${M} ~D~</dd></dl></dd></dl></dd><dd>e ${M} ~E~</dd></dl><p>f ${M} ~F~</p>`;
	expect(shape(page)).toEqual([
		[1, -1, null],
		[2, 0, null],
		[3, 1, null],
		[4, 2, null],
		[2, 0, null],
		[1, -1, null],
	]);
});

test('a heading begins anew, in old and new markup, without its links', () => {
	const page =
		`<h2><span class="mw-headline">One <i>lamp</i></span><span class="mw-editsection">[edit]</span></h2><p>a ${M} ~A~</p>` +
		`<div class="mw-heading mw-heading3"><h3 id="x">Two</h3><span class="mw-editsection">[edit]</span></div><dl><dd>b ${M} ~B~</dd></dl>`;
	expect(shape(page)).toEqual([
		[1, -1, 'One lamp'],
		[2, -1, 'Two'],
	]);
});

test('a comment begins at the first visible text after the last one and ends with its line', () => {
	const page =
		`<p>First. ${M} ~A~ and more.</p><hr><style>.x{}</style><table><tr><th>Name</th><th>Year</th></tr></table>` +
		`<p>Second. ${M} ~B~</p><p><span class="outdent-template">┌─┘</span><br>Third. ${M} ~C~<br>Fourth ${M} ~D~</p>`;
	expect(ends(page)).toEqual([
		['First. Moth 10:01, 3 February 2024 (UTC) and more.', 'C) and more.'],
		['Name Year Second. Moth 11:02, 3 February 2024 (UTC)', 'y 2024 (UTC)'],
		['Third. Moth 12:03, 3 February 2024 (UTC)', 'y 2024 (UTC)'],
		['Fourth Moth 13:04, 3 February 2024 (UTC)', 'y 2024 (UTC)'],
	]);
});

test('a list of terms only is a small heading, not the beginning of a comment', () => {
	expect(ends(`<dl><dt>Votes</dt></dl><p>Yes. ${M} ~A~</p>`)[0]?.[0]).toBe('Yes. Moth 10:01, 3 February 2024 (UTC)');
});

test('a picture may begin a comment', () => {
	const [comment] = read(`<p><img src="x.png" width="20"> Yes. ${M} ~A~</p>`);
	expect(comment?.start.node.nodeName).toBe('IMG');
});

test('the signature range runs from its first link to the end of the time', () => {
	const [comment] = read(`<p>Yes. ${M} ([[User talk:Moth|talk]]) ~A~ ok</p>`);
	expect(comment && excerpt(comment.signatureStart, comment.signatureEnd, 99)).toBe(
		'Moth (talk) 10:01, 3 February 2024 (UTC)',
	);
});

test('a signature without address is the owner of the talk page', () => {
	const [comment] = read('<p>Hi. <a class="mw-selflink selflink">me</a> ~A~</p>', undefined, 'User talk:Moth');
	expect(comment?.author).toBe('Moth');
});

test("DiscussionTools' marks give permalinks and its buttons are no text", () => {
	const id = 'c-Moth-20240203100100-Lamp';
	const buttons = `<span class="ext-discussiontools-init-replylink-buttons" data-mw-thread-id="${id}">[<a href="">reply</a>]</span>`;
	const page =
		`<p><span data-mw-comment-start="" id="${id}"></span>Yes. <span data-mw-comment-sig="${id}"></span>${M} ` +
		`<a href="http://127.0.0.1/wiki/Talk:Lamp#${id}" class="ext-discussiontools-init-timestamplink">~A~</a>` +
		`${buttons}<span data-mw-comment-end="${id}"></span></p><p>No. ${M} ~B~</p>`;
	expect(read(page).map(({ permalink }) => permalink)).toEqual([id, null]);
	expect(ends(page)[0]?.[0]).toBe('Yes. Moth 10:01, 3 February 2024 (UTC)');
});

test('names are written as MediaWiki writes them', () => {
	const names = [
		'[[user:vesper_lark|v]]',
		'[[Special:Contribs/2001:db8::ab|x]]',
		'[[User_talk:Ines Ó|i]]',
		'[[User:A%26B?|a]]',
		'[[User:ალექსი|ა]]',
		'[[User:élan|é]]',
	];
	const page = names.map((link) => `<p>x. ${link} ~A~</p>`).join('');
	expect(read(page).map(({ author }) => author)).toEqual([
		'Vesper lark',
		'2001:DB8::AB',
		'Ines Ó',
		'A%26B?',
		'ალექსი',
		'Élan',
	]);
});

test('where DiscussionTools marked the comment for somebody else the author is not certain', () => {
	const id = 'c-Pine-20240203100100-Lamp';
	const [comment] = read(`<p>Yes. ${M} ♥ [[User:Pine|P]] ~A~<span data-mw-comment-end="${id}"></span></p>`);
	expect(comment).toMatchObject({ author: 'Moth', certain: false, candidates: ['Moth', 'Pine'], permalink: id });
});
