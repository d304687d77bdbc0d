/** Likely signatures, found before anything about the wiki is known. */
import { expect, test } from 'vitest';
import { findSignatures, type Signature } from '../../../../src/engines/comments/shape.ts';
import { parsePage } from '../../../../src/host/cli/page-tree.ts';
import { html } from './page.ts';

const find = (text: string): Signature[] => findSignatures(parsePage(html(text)));

test('a link to somebody and the shape of a time make a signature', () => {
	const found = find(
		'<p>See [[Help:Lamp]]. [[User:Moth|M]] ([[User talk:Moth|t]]) ~A~</p><dl><dd>ok [[Spezial:Beiträge/Vesper Lark|V]] ~B~</dd></dl>',
	);
	expect(found.map(({ author, timeText }) => [author, timeText])).toEqual([
		['Moth', '10:01, 3 February 2024 (UTC)'],
		['Vesper Lark', '11:02, 3 February 2024 (UTC)'],
	]);
});

test.each([
	'2024年2月3日 (土) 10:01 (UTC)',
	'१०:०१, ३ फ़रवरी २०२४ (UTC)',
	'10:01، 3 فبراير 2024 (ت ع م)',
	'3. helmikuuta 2024 kello 10.01 (EET)',
	'10h01min de 3 de fevereiro de 2024 (UTC)',
	'二〇二四年二月三日 （六） 一〇時〇一分 (UTC)',
	'3 février 2024 à 10:01 (CET)',
])('the shape of %s', (time) => {
	expect(find(`<p>x [[X:Moth|M]] ${time}</p>`)).toMatchObject([{ author: 'Moth' }]);
});

test('neither a time without link, nor a quotation, nor a link of another block', () => {
	expect(find(`<p>Saved ~A~</p><blockquote>[[User:Moth]] ~A~</blockquote><p>[[User:Moth]]</p><p>~A~</p>`)).toEqual([]);
});

test('where DiscussionTools has marked comments, only its marks count, with id and time', () => {
	const id = 'c-Kettle_Drum-20240203100100-Lamp';
	const found = find(
		`<p>a [[User:Kettle Drum|KD]] <a class="ext-discussiontools-init-timestamplink" href="/wiki/T#${id}">~A~</a>` +
			`<span data-mw-thread-id="${id}">[reply]</span><span data-mw-comment-end="${id}"></span></p><p>b [[User:Moth]] ~B~</p>`,
	);
	expect(found).toMatchObject([
		{ id, author: 'Kettle Drum', timestamp: '2024-02-03T10:01:00Z', timeText: '10:01, 3 February 2024 (UTC)' },
	]);
	expect(found).toHaveLength(1);
});
