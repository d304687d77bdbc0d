/** Pages in the languages whose dates or signatures are odd, rendered by MediaWiki: every comment, by whom, when, how deep. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { LANGUAGE_SETTINGS, score, talkPage } from './languages.ts';

let wiki: Wiki;
beforeAll(async () => {
	wiki = await testWiki({ settings: LANGUAGE_SETTINGS });
});
afterAll(() => wiki.stop());

test.each(['wa', 'diq', 'lzh', 'my', 'ksh', 'th', 'fa', 'zh', 'sr', 'ne', 'nqo', 'tdd', 'nan', 'hu', 'ja'])(
	'every comment of a page in %s, with and without the date format',
	async (language) => {
		const page = await talkPage(wiki, language);
		const all = { there: 36, found: 36, right: 36, level: 36 };
		expect(score(page, false)).toEqual(all);
		expect(score(page, true)).toEqual(all);
	},
);
