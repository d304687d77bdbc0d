/** The tree behind the wikitext worker: it gives up in time, and can be used again after it did. */
import { expect, test } from 'vitest';
import { grammarWasm, runtimeWasm } from '../../../build/wikitext/assets.ts';
import { tokenize } from '../../../src/engines/wikitext/tokenize.ts';
import { TreeParser } from '../../../src/panel/workers/wikitext-tree.ts';
import { listed } from '../../property/wikitext/grammar.ts';
import { talkPage } from '../../property/wikitext/talk-page.ts';

const { text } = talkPage(300, 11);

test('a parse that takes longer than its limit is given up; the next one is whole', async () => {
	const parser = await TreeParser.load({ runtimeUrl: runtimeWasm, grammarUrl: grammarWasm });
	expect(parser.parse(text, -1)).toBe(false);
	expect(parser.stream(text.length).count).toBe(0);
	expect(parser.parse(text, 60_000)).toBe(true);
	expect(parser.hasError()).toBe(false);
	expect(listed(parser.stream(text.length))).toEqual(listed(tokenize(text)));
});

test('a grammar that is not there is an error, not a half-made parser', async () => {
	await expect(TreeParser.load({ runtimeUrl: runtimeWasm, grammarUrl: `${grammarWasm}.gone` })).rejects.toThrow();
});
