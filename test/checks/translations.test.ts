/** The translations: every language whole, every parameter and plural form where it belongs, nothing left in English. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Banana from 'banana-i18n';
import { describe, expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { shownLanguages } from '../../src/domain/language/shown.ts';

type Messages = Record<string, string>;

const folders = globSync('src/i18n/**/en.json', { cwd: root }).map(dirname);
const languages = shownLanguages.filter((language) => language !== 'en');
const pathOf = (folder: string, language: string): string => join(root, folder, `${language}.json`);
function read(folder: string, language: string): Messages {
	if (!existsSync(pathOf(folder, language))) return {};
	const { '@metadata': _, ...messages } = JSON.parse(readFileSync(pathOf(folder, language), 'utf8')) as Messages;
	return messages;
}
const parameters = (text: string): string => [...new Set(text.match(/\$\d/g) ?? [])].sort().join();

/** The forms of each {{PLURAL:$n|…}}; the messages nest no braces. */
const plurals = (text: string): string[][] =>
	[...text.matchAll(/\{\{PLURAL:\$\d\|([^{}]*)\}\}/g)].map((match) => (match[1] ?? '').split('|'));

/**
 * The numbers of forms that banana takes for a language: one for each of CLDR's categories. Two do for Spanish, whose
 * `many` (millions) has the form of `other`.
 */
function formsOf(language: string): number[] {
	const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.length;
	return language === 'es' ? [2, categories] : [categories];
}

/** What stands for itself in every language: names, units, a hash's name. */
const names = /Wikihaven|SHA-256|\bBytes\b|\bkB\b|\bMB\b|\bage\b|https?:\/\/|\.eml/g;
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\$\d/g, '').replace(names, ''));
/** Words that are the same in English and there. */
const sameWord = new Set(['de link', 'de export', 'es no']);
const scripts: Partial<Record<string, RegExp>> = {
	ar: /\p{Script=Arabic}/u,
	hi: /\p{Script=Devanagari}/u,
	'zh-hans': /\p{Script=Han}/u,
};

/** Why a translation cannot stay as it is; empty where it can. */
function faultsOf(language: string, english: string | undefined, text: string): string[] {
	if (english === undefined) return ['is no message'];
	const found: string[] = [];
	if (!text.trim()) found.push('is empty');
	if (parameters(text) !== parameters(english)) found.push(`has ${parameters(text)} for ${parameters(english)}`);
	const allowed = formsOf(language);
	for (const forms of plurals(text))
		if (!allowed.includes(forms.length)) found.push(`has ${forms.length} plural forms, not ${allowed.join(' or ')}`);
	if (allowed[0] !== 1 && plurals(text).length < plurals(english).length) found.push('has lost a plural');
	if (hasWords(english) && text === english && !sameWord.has(`${language} ${text.toLowerCase()}`))
		found.push('is still English');
	if (hasWords(english) && scripts[language]?.test(text) === false) found.push('is in another script');
	if (/[{}]/.test(text.replace(/\{\{(PLURAL|GENDER):\$\d\|[^{}]*\}\}/g, '')))
		return [...found, 'has braces that do not fit'];
	const banana = new Banana(language, { messages: { [language]: { it: text } } });
	for (const count of [0, 1, 2, 3, 11, 21, 100, 1_000_000]) {
		const shown = banana.i18n('it', count, count, count, count, count, count);
		if (!shown.trim() || shown.includes('undefined')) found.push(`for ${count} reads: ${shown}`);
	}
	return found;
}

describe.each(folders)('R15 %s', (folder) => {
	const english = read(folder, 'en');

	test.each(languages)('%s has every message', (language) => {
		const own = read(folder, language);
		expect(Object.keys(english).filter((key) => !(key in own))).toEqual([]);
	});

	test.each(shownLanguages)('%s has known messages, with their parameters and its own plural forms', (language) => {
		const wrong = Object.entries(read(folder, language)).flatMap(([key, text]) =>
			faultsOf(language, english[key], text)
				.filter((fault) => language !== 'en' || fault !== 'is still English')
				.map((fault) => `${key} ${fault}`),
		);
		expect(wrong).toEqual([]);
	});
});

test('R15 the faults that are looked for are found', () => {
	const plural = 'It is {{PLURAL:$1|one day|$1 days}}.';
	expect(faultsOf('de', undefined, 'Ja')).toEqual(['is no message']);
	expect(faultsOf('de', 'Key $1', 'Schlüssel')).toEqual(['has  for $1']);
	expect(faultsOf('de', 'Key', 'Schlüssel $2')).toEqual(['has $2 for ']);
	expect(faultsOf('ar', plural, 'المدة {{PLURAL:$1|يوم|$1 أيام}}.')).toEqual(['has 2 plural forms, not 6']);
	expect(faultsOf('de', plural, 'Es sind $1 Tage.')).toEqual(['has lost a plural']);
	expect(faultsOf('de', plural, 'Es {{PLURAL:$1|ist ein Tag|sind $1 Tage}.')).toContain('has braces that do not fit');
	expect(faultsOf('de', 'Close', 'Close')).toEqual(['is still English']);
	expect(faultsOf('hi', 'Close', 'Fermer')).toEqual(['is in another script']);
	expect(faultsOf('zh-hans', plural, '共$1天。')).toEqual([]);
	expect(faultsOf('es', plural, 'Son {{PLURAL:$1|un día|$1 días}}.')).toEqual([]);
});

test('the extension’s description is as short as the stores want it', () => {
	// Chrome Web Store: at most 132 characters.
	const long = shownLanguages.filter(
		(language) => (read('src/i18n/extension', language)['extension-description'] ?? '').length > 132,
	);
	expect(long).toEqual([]);
});
