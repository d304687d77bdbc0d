/** The words of the panel: languages that fall back, forms of numbers, names that cannot bend a sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { problemKeys } from '../../../src/contract/problem.ts';
import { kindIds } from '../../../src/domain/report/kinds.ts';
import { englishWords, loadWords } from '../../../src/panel/words/load.ts';
import { isolate, wordsOf } from '../../../src/panel/words/words.ts';

const folder = join(import.meta.dirname, '../../../src/i18n');
type Messages = Record<string, string>;
const read = (path: string): Messages => {
	const all = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;
	return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => typeof one[1] === 'string'));
};

test('every problem and every kind has its words', () => {
	const en = read('en.json');
	const wanted = [
		...problemKeys.map((key) => `problem-${key}`),
		...kindIds.flatMap((kind) => [`kind-${kind}`, `kind-${kind}-help`]),
	];
	expect(wanted.filter((key) => !en[key])).toEqual([]);
});

test('a name that looks like markup or turns text around stays a name', () => {
	const words = englishWords();
	for (const name of ['{{PLURAL:1|a|b}}', '$2', '[[x]]', '\u202Eevil', '<b>x</b>', 'a|b']) {
		expect(words.t('signed-in-as', name)).toBe(`You are signed in as ${isolate(name)}.`);
	}
});

test('numbers choose their form', () => {
	const words = englishWords();
	expect(words.t('passphrase-short', 1)).toBe('Please take at least one character.');
	expect(words.t('passphrase-short', 12)).toBe('Please take at least 12 characters.');
});

test('words without a translation stand in one piece on a right-to-left page', () => {
	const messages = { en: { send: 'Send.' }, ar: { send: 'أرسل.' } };
	expect(wordsOf('en', messages, 'rtl').t('send')).toBe('\u2066Send.\u2069');
	expect(wordsOf('ar', messages, 'rtl').t('send')).toBe('أرسل.');
	expect(wordsOf('en', messages, 'ltr').t('send')).toBe('Send.');
});

test('a broken time is shown as it came', () => {
	expect(englishWords().time('yesterday')).toBe('yesterday');
	expect(englishWords().time('2026-11-20T10:00:00Z')).toContain('2026');
});

test('a language is shown in the nearest of ours, message by message, and a missing or broken file is no fault', async () => {
	const files: Record<string, string> = {
		'/i18n/de.json': '{"@metadata": {"authors": []}, "send": "Senden"}',
		'/i18n/es.json': 'not json',
	};
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (url: string) => {
		asked.push(url);
		const text = files[url];
		return text === undefined ? new Response('', { status: 404 }) : new Response(text);
	});
	const load = async (language: string): Promise<string[]> => {
		const words = await loadWords(language, 'ltr', (name) => `/${name}`);
		return [words.language, words.t('send'), words.t('close')];
	};
	expect(await load('de-AT')).toEqual(['de', 'Senden', 'Close']);
	expect(await load('es')).toEqual(['en', 'Send', 'Close']);
	expect(await load('hi')).toEqual(['en', 'Send', 'Close']);
	expect(await load('tlh')).toEqual(['en', 'Send', 'Close']);
	// English is built in, and no other is asked for than the one that is shown.
	expect(asked).toEqual(['/i18n/de.json', '/i18n/es.json', '/i18n/hi.json']);
	vi.unstubAllGlobals();
});
