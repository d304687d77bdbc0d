/** The words of the panel: every key documented, languages that fall back, names that cannot bend a sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { problemKeys } from '../../../src/contract/problem.ts';
import { kindIds } from '../../../src/domain/report/kinds.ts';
import { englishWords, loadWords } from '../../../src/panel/words/load.ts';
import { isolate, localeOf, wordsOf } from '../../../src/panel/words/words.ts';

const folder = join(import.meta.dirname, '../../../src/i18n');
type Messages = Record<string, string>;
const read = (path: string): Messages => {
	const all = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;
	return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => typeof one[1] === 'string'));
};
const translations = readdirSync(folder).filter((name) => name.endsWith('.json') && !/^(en|qqq)\.json$/.test(name));

test.each(['', 'page/'])('every message of i18n/%s is documented, and nothing else is', (part) => {
	const en = read(`${part}en.json`);
	const qqq = read(`${part}qqq.json`);
	expect(Object.keys(qqq).sort()).toEqual(Object.keys(en).sort());
	expect(Object.entries(qqq).filter(([, words]) => words.trim() === '')).toEqual([]);
	for (const [key, words] of Object.entries(en)) {
		for (const [param] of words.matchAll(/\$\d/g)) expect(`${key}: ${qqq[key]}`).toContain(param);
	}
});

test('every problem and every kind has its words', () => {
	const en = read('en.json');
	const wanted = [
		...problemKeys.map((key) => `problem-${key}`),
		...kindIds.flatMap((kind) => [`kind-${kind}`, `kind-${kind}-help`]),
	];
	expect(wanted.filter((key) => !en[key])).toEqual([]);
});

test('a translation has only keys that exist and the parameters of the original', () => {
	const en = read('en.json');
	const wrong = translations.flatMap((name) =>
		Object.entries(read(name)).flatMap(([key, words]) => {
			const original = en[key];
			if (original === undefined) return [`${name} ${key}: no such message`];
			const params = (text: string): string => [...new Set(text.match(/\$\d/g))].sort().join();
			return params(words) === params(original) ? [] : [`${name} ${key}: ${params(words)} for ${params(original)}`];
		}),
	);
	expect(wrong).toEqual([]);
});

test('a name that looks like markup or turns text around stays a name', () => {
	const words = englishWords();
	for (const name of ['{{PLURAL:1|a|b}}', '$2', '[[x]]', '\u202Eevil', '<b>x</b>', 'a|b']) {
		expect(words.t('signed-in-as', name)).toBe(`You are signed in as ${isolate(name)}.`);
	}
});

test('numbers choose their form', () => {
	const words = englishWords();
	expect(words.t('queue-count', 1)).toBe('One report, newest first.');
	expect(words.t('queue-count', 12)).toBe('12 reports, newest first.');
});

test('words without a translation stand in one piece on a right-to-left page', () => {
	const messages = { en: { send: 'Send.' }, ar: { send: 'أرسل.' } };
	expect(wordsOf('en', messages, 'rtl').t('send')).toBe('\u2066Send.\u2069');
	expect(wordsOf('ar', messages, 'rtl').t('send')).toBe('أرسل.');
	expect(wordsOf('en', messages, 'ltr').t('send')).toBe('Send.');
});

test('languages that no browser knows still have dates, and a broken time is shown as it came', () => {
	expect(localeOf('not a language')).toBe('en');
	expect(localeOf('de-formal')).toMatch(/^de/);
	expect(englishWords().time('yesterday')).toBe('yesterday');
	expect(englishWords().time('2026-11-20T10:00:00Z')).toContain('2026');
});

test('a language falls back along its own chain, message by message, and a missing or broken file is no fault', async () => {
	const files: Record<string, string> = {
		'/i18n/de.json': '{"@metadata": {"authors": []}, "send": "Senden"}',
		'/i18n/de-at.json': 'not json',
	};
	vi.stubGlobal('fetch', async (url: string) => {
		const text = files[url];
		return text === undefined ? new Response('', { status: 404 }) : new Response(text);
	});
	const words = await loadWords('de-at', 'ltr', (name) => `/${name}`);
	expect([words.language, words.t('send'), words.t('close')]).toEqual(['de', 'Senden', 'Close']);
	const none = await loadWords('tlh', 'ltr', (name) => `/${name}`);
	expect([none.language, none.t('send')]).toEqual(['en', 'Send']);
	vi.unstubAllGlobals();
});
