/** Tokens of wikitext by example, and the lines of comments where source and page differ. */
import { describe, expect, test } from 'vitest';
import { Kind, type KindName } from '../../../src/engines/wikitext/kinds.ts';
import { locate, sourceComments, type Located } from '../../../src/engines/wikitext/locate.ts';
import { tokenize } from '../../../src/engines/wikitext/tokenize.ts';
import { wiki } from '../../property/wikitext/wiki.ts';

const names = Object.keys(Kind) as KindName[];

function tokens(text: string): string[] {
	const { count, kinds, ends } = tokenize(text);
	return Array.from({ length: count }, (_, i) => `${names[kinds[i] ?? 0]} ${text.slice(i ? ends[i - 1] : 0, ends[i])}`);
}

describe('tokens', () => {
	test.each<[string, string[]]>([
		['== A ==\n', ['heading_open ==', 'text  A ', 'heading_close ==', 'newline \n']],
		['a = b', ['text a = b']],
		['*: [[User:A b|c]]]', ['list_mark *:', 'text  ', 'link_open [[User:A b|', 'text c', 'link_close ]]]']],
		['[[a\nb', ['link_open [[', 'text a', 'newline \n', 'text b']],
		[
			'[https://a.b c] [d]',
			['external_open [https://a.b', 'text  c', 'external_close ]', 'text  [d', 'external_close ]'],
		],
		[
			'{|\n|-\n| a || b\n|}',
			[
				'table_open {|',
				'newline \n',
				'table_row |-',
				'newline \n',
				'table_cell |',
				'text  a ',
				'pipe ||',
				'text  b',
				'newline \n',
				'table_close |}',
			],
		],
		['{{a\n|}}', ['template_open {{', 'text a', 'newline \n', 'table_cell |', 'template_close }}']],
		['<nowiki>[[</NOWIKI >x', ['opaque <nowiki>[[</NOWIKI >', 'text x']],
		['<ref>a <ref name=b/> 1 < 2', ['tag <ref>', 'text a ', 'tag <ref name=b/>', 'text  1 < 2']],
		['a<!-- b\n\nc', ['text a', 'comment <!-- b\n\nc']],
		["don't &amp; & ''so''", ["text don't ", 'entity &amp;', 'text  & ', "quote ''", 'text so', "quote ''"]],
		['\n \n\t\n x', ['newline \n \n\t\n', 'indent  ', 'text x']],
		['', []],
	])('%j', (text, expected) => {
		expect(tokens(text)).toEqual(expected);
	});
});

const quill = '[[User:Quill|Quill]] ([[User talk:Quill|talk]]) 10:00, 5 May 2024 (UTC)';
const at = { author: 'Quill', timestampISO: '2024-05-05T10:00:00Z' };

function linesOf(text: string): [number, number][] {
	const found = sourceComments(text, tokenize(text), wiki, 'Talk:Pier');
	return found.map(({ firstLine, lastLine }) => [firstLine, lastLine]);
}

describe('lines of comments', () => {
	test.each<[string, string, [number, number][]]>([
		[
			'a quotation over two lines belongs to the answer below it',
			`<blockquote>\nNo. ${quill}\n</blockquote>\nYes. ${quill}`,
			[[2, 4]],
		],
		[
			'what stands in a comment of the source or as raw text signs nothing',
			`<!-- ${quill} -->\n<nowiki>${quill}</nowiki>\n\nHi. ${quill}`,
			[[2, 4]],
		],
		[
			'a comment inside a template',
			`{{box|title=Old\n|text=\nHi. ${quill}\n}}\n\nMore. ${quill}`,
			[
				[1, 3],
				[6, 6],
			],
		],
		[
			'a hidden category and a picture with a signed caption',
			`[[Category:Piers]]\n[[File:A.jpg|thumb|By ${quill}]]\nHi. ${quill}`,
			[[2, 3]],
		],
		['a line break in a paragraph is no end', `One.\nTwo. ${quill}`, [[1, 2]]],
		[
			'a break tag is an end',
			`One. ${quill}<br>Two. ${quill}`,
			[
				[1, 1],
				[1, 1],
			],
		],
		[
			'an element that is never closed',
			`<div>\n* Hi <small>there ${quill}\n* So. ${quill}`,
			[
				[2, 2],
				[3, 3],
			],
		],
	])('%s', (_what, text, expected) => {
		expect(linesOf(text)).toEqual(expected);
	});

	test('what comes from elsewhere is not in the source; of equal comments each is told from the others', () => {
		const text = `A. ${quill}\n\n{{Talk:Pier/Sub}}\n{{unsigned|Moth|10:00, 5 May 2024 (UTC)}}\n\nB. ${quill}`;
		const wanted = [
			{ ...at, nth: 0 },
			{ ...at, nth: 1 },
			{ ...at, nth: 2 },
			{ ...at, author: 'Moth', nth: 0 },
		];
		const said = (one: Located): string => (one.state === 'found' ? text.slice(one.start, one.start + 2) : one.state);
		const located = locate(text, tokenize(text), wiki, 'Talk:Pier', wanted).map(said);
		expect(located).toEqual(['A.', 'B.', 'not-in-source', 'not-in-source']);
	});

	test('of two equal comments, one from elsewhere, the one in the source is told by its neighbours', () => {
		const moth = '[[User:Moth|Moth]] 11:00, 5 May 2024 (UTC)';
		const text = `{{Talk:Pier/Sub}}\n\nC. ${moth}\n\nB. ${quill}`;
		const between = { author: 'Moth', timestampISO: '2024-05-05T11:00:00Z', nth: 0 };
		const wanted = [{ ...at, nth: 0 }, between, { ...at, nth: 1 }];
		const located = locate(text, tokenize(text), wiki, 'Talk:Pier', wanted);
		expect(located.map((one) => (one.state === 'found' ? one.firstLine : one.state))).toEqual(['not-in-source', 3, 5]);
	});

	test('the range takes in the markup around its first and last word', () => {
		const text = `* <small>''Well'' [[User:Quill]] 10:00, 5 May 2024 (UTC)</small>\n`;
		const [one] = sourceComments(text, tokenize(text), wiki, 'Talk:Pier');
		expect(text.slice(one?.start, one?.end)).toBe(text.trim().slice(2));
	});
});
