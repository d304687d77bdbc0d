/** The grammar and its twin in plain TypeScript give the same tokens for any text, and the grammar never an error. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Edit, type Parser } from 'web-tree-sitter';
import { tokenize } from '../../../src/engines/wikitext/tokenize.ts';
import { leavesOf, listed, loadGrammar } from './grammar.ts';
import { hostilePages } from './hostile.ts';
import { talkPage } from './talk-page.ts';

const pieces =
	"[ [[ ]] ] { {{ }} } {| |} |}} |- |+ | || ! = == * # : ; - ---- ' '' ''' < </ <!-- --> <!- <nowiki> </nowiki> <NOWIKI </nowiki\t> <ref> <ref/> </ref> <pre> </pre> <b> </b> <br/> <span\ta=\" \"> > / & &amp; &#39; &#x2e; &# ; // https:// mailto: a User: é 12:30 (UTC) \"".split(
		' ',
	);
const units = fc.constantFrom(...pieces, ' ', '  ', '\n', '\n', '\n\n', '\t', '\r', '\0', '😀', '\ud800', '\udc00');
const pages = fc.array(units, { maxLength: 40 }).map((parts) => parts.join(''));

let parser: Parser;
beforeAll(async () => {
	parser = await loadGrammar();
});

function grammarTokens(text: string): string[] {
	const tree = parser.parse(text);
	if (!tree) throw new Error('no tree');
	const { tokens, wrong } = leavesOf(tree, text.length);
	tree.delete();
	expect(wrong).toEqual([]);
	return tokens;
}

test('10,000 random pages: every character in exactly one token, no error, both readers agree', () => {
	fc.assert(
		fc.property(pages, (text) => {
			expect(grammarTokens(text)).toEqual(listed(tokenize(text)));
		}),
		{ numRuns: 10_000 },
	);
}, 120_000);

test('2,000 random edits: a page parsed again after an edit is the page parsed anew', () => {
	fc.assert(
		fc.property(pages, pages, pages, pages, (head, old, fresh, tail) => {
			const before = parser.parse(head + old + tail);
			const point = (text: string): { row: number; column: number } => {
				const lines = text.split('\n');
				return { row: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
			};
			before?.edit(
				new Edit({
					startIndex: head.length,
					oldEndIndex: head.length + old.length,
					newEndIndex: head.length + fresh.length,
					startPosition: point(head),
					oldEndPosition: point(head + old),
					newEndPosition: point(head + fresh),
				}),
			);
			const text = head + fresh + tail;
			const after = parser.parse(text, before);
			if (!before || !after) throw new Error('no tree');
			const { tokens, wrong } = leavesOf(after, text.length);
			before.delete();
			after.delete();
			expect(wrong).toEqual([]);
			expect(tokens).toEqual(listed(tokenize(text)));
		}),
		{ numRuns: 2000 },
	);
}, 120_000);

test('talk pages: both readers agree', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const { text } = talkPage(100, seed);
		expect(grammarTokens(text)).toEqual(listed(tokenize(text)));
	}
});

describe('hostile pages: both readers come to an end and agree', () => {
	test.each(Object.entries(hostilePages(60_000)))('%s', (_name, text) => {
		expect(grammarTokens(text)).toEqual(listed(tokenize(text)));
	});
});
