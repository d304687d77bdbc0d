/** Which language a person is shown, for the language of any wiki or browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { directionOf, shownLanguage, shownLanguages, type ShownLanguage } from '../../../src/domain/language/shown.ts';

test.each([
	['zh', 'zh-hans'],
	['zh-CN', 'zh-hans'],
	['zh-Hans-SG', 'zh-hans'],
	['zh-tw', 'zh-hans'],
	['yue', 'zh-hans'],
	['de-AT', 'de'],
	['de-x-formal', 'de'],
	['als', 'de'],
	['es-419', 'es'],
	['qu', 'es'],
	['arz', 'ar'],
	['mai', 'hi'],
	['en-GB', 'en'],
	['en-simple', 'en'],
	['fr', 'en'],
	['fa', 'en'],
	['', 'en'],
	['qqq', 'en'],
	['../../package', 'en'],
])('%s is shown in %s', (tag, shown) => {
	expect(shownLanguage(tag)).toBe(shown);
});

test('R15 only Arabic among them runs from right to left', () => {
	expect(shownLanguages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});

test('where the wikis’ own list of fallbacks leads to one of ours without a detour, so do we', () => {
	const banana = dirname(createRequire(import.meta.url).resolve('banana-i18n/package.json'));
	const file = readFileSync(join(banana, 'src/languages/fallbacks.json'), 'utf8');
	const fallbacks = JSON.parse(file) as Record<string, string[]>;
	const ours = (code: string): code is ShownLanguage => shownLanguages.some((one) => one === code);
	const expected = Object.entries(fallbacks).flatMap(([code, chain]): [string, string][] => {
		const found = chain.find(ours);
		return found ? [[code, found]] : [];
	});
	expect(expected.length).toBeGreaterThan(40);
	expect(expected.filter(([code, found]) => shownLanguage(code) !== found)).toEqual([]);
});
