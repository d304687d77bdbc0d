/** The words in the page and its dock: in the page's language, in English where a message has no translation. */
import { afterEach, expect, test, vi } from 'vitest';
import { message } from '../../../src/page/messages.ts';
import { dockMessage } from '../../../src/page/panel/messages.ts';
import { markLanguage, wordsIn } from '../../../src/page/words.ts';

const speak = (lang: string): void => void vi.stubGlobal('document', { documentElement: { lang } });
afterEach(() => vi.unstubAllGlobals());

test.each([
	['de-AT', 'Melden', 'Schließen'],
	['es-419', 'Denunciar', 'Cerrar'],
	['ar', 'إبلاغ', 'إغلاق'],
	['hi', 'रिपोर्ट करें', 'बंद करें'],
	['zh-Hans-CN', '举报', '关闭'],
	['en-GB', 'Report', 'Close'],
	['fr', 'Report', 'Close'],
	['', 'Report', 'Close'],
])('in %s', (lang, report, close) => {
	speak(lang);
	expect([message('page-report'), dockMessage('dock-close')]).toEqual([report, close]);
});

test('names stand where the sentence wants them', () => {
	speak('zh-hans');
	expect(message('page-report-comment', 'Mira')).toBe('举报Mira的留言');
	speak('de');
	const words = dockMessage('dock-consent-body', 'haven.example.org', 'Example Trust');
	expect(words).toContain('von Example Trust bereitgestellt');
	expect(words).toContain('mit haven.example.org');
	expect(words).not.toMatch(/\$\d/);
});

test('a message without a translation is said in English, and a name that looks like a parameter stays a name', () => {
	const en = { hello: 'Hello $1 and $2' };
	const all = { en, ar: {}, de: { hello: 'Hallo $1 und $2' }, es: {}, hi: {}, 'zh-hans': {} };
	expect(wordsIn(all, 'ar', 'hello', ['$2', 'x'])).toBe('Hello $2 and x');
	expect(wordsIn(all, 'de', 'hello', ['a'])).toBe('Hallo a und $2');
});

test.each([
	['ar', 'ar', 'rtl'],
	['fa', 'en', 'ltr'],
	['zh-Hant-TW', 'zh-hans', 'ltr'],
])('on a page in %s the words are marked as %s, %s', (lang, shown, dir) => {
	speak(lang);
	const element = { lang: '', dir: '' };
	markLanguage(element as HTMLElement);
	expect(element).toEqual({ lang: shown, dir });
});
