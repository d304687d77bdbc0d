/** Which comment of a page was clicked, and which words it has. */
import { expect, test } from 'vitest';
import type { Target } from '../../../../src/contract/target.ts';
import { commentText } from '../../../../src/panel/evidence/comment-text.ts';
import { findClicked } from '../../../../src/panel/evidence/find-clicked.ts';
import { linesOf } from '../../../../src/panel/evidence/source-place.ts';
import { read } from '../../engines/comments/page.ts';

const page = `<h2>Keys</h2><p>Who has the keys? [[User:Moth]] ~A~</p>
<dl><dd>As [[User:Moth]] said at ~B~ already, nobody wants her here. [[User:Bo]] ~C~
<ul><li>Please <b>strike</b> that.<style>.x{}</style></li><li>At once. [[User:Ink]] ~D~</li></ul></dd></dl>
<h2>Again</h2><p>Who has the keys? [[User:Moth]] ~A~</p>`;
const comments = read(page);
const clicked = (target: Partial<Target>) =>
	findClicked(comments, { type: 'comment', wiki: 'https://w.example', author: null, ...target }, () => undefined);

test('the words of a comment are a line a block, without what nobody sees', () => {
	expect(comments.map(commentText)[2]).toBe('Please strike that.\nAt once. User:Ink 13:04, 3 February 2024 (UTC)');
});

test('by the words, where the page named the wrong author and minute', async () => {
	const quote = 'As User:Moth said at 11:02, 3 February 2024 (UTC) already, nobody wants her here. User:Bo';
	const found = await clicked({ author: 'Moth', at: '2024-02-03T11:02:00Z', quote });
	expect(comments[found?.index ?? -1]?.author).toBe('Bo');
});

test('of equal ones the one under the same heading', async () => {
	const at = '2024-02-03T10:01:00Z';
	const quote = 'Who has the keys?';
	expect((await clicked({ author: 'Moth', at, quote, heading: 'Again' }))?.index).toBe(3);
	expect((await clicked({ author: 'Moth', at, quote, heading: 'Keys' }))?.index).toBe(0);
});

test('an author and a minute that fit are not enough for words that nobody wrote there', async () => {
	const quote = 'I will find out where all of you live and come to see it burn';
	expect(await clicked({ author: 'Bo', at: '2024-02-03T12:03:00Z', quote })).toBeNull();
});

test('selected words belong to the one comment under their heading that holds them, else to nobody', async () => {
	const select = (quote: string, heading: string) => clicked({ type: 'selection', quote, heading });
	expect((await select('nobody wants\n her', 'Keys'))?.index).toBe(1);
	expect((await select('Who has the keys?', 'Again'))?.index).toBe(3);
	expect(await select('User:', 'Keys')).toBeNull();
	expect(await select('words that stand elsewhere', 'Keys')).toBeNull();
	expect(await select(' ', 'Again')).toBeNull();
});

test('the first and last line of a source have nothing before and after', () => {
	expect(linesOf('a\nb\nc\nd', 1, 2)).toEqual({ first: 1, last: 2, text: 'a\nb', before: '', after: 'c\nd' });
	expect(linesOf('a\nb\nc\nd', 4, 4)).toEqual({ first: 4, last: 4, text: 'd', before: 'b\nc', after: '' });
});
