/** The plan of acts as it is filled from the evidence, and what it says it will do. */
import { expect, test } from 'vitest';
import type { ActFacts, State } from '../../../../src/contract/act.ts';
import type { ReportBody } from '../../../../src/contract/report.ts';
import en from '../../../../src/i18n/act/en.json' with { type: 'json' };
import { noticeText } from '../../../../src/panel/features/case/act/notice.ts';
import { actsOf, lacks, planFor, subjectsOf } from '../../../../src/panel/features/case/act/plan.ts';
import { nowInWords, thenInWords } from '../../../../src/panel/features/case/act/review/in-words.ts';
import { leaksOf } from '../../../../src/panel/features/case/act/review/leaks.ts';
import { refusedWords } from '../../../../src/panel/features/case/act/review/refused.ts';
import type { ActKey } from '../../../../src/panel/features/case/act/words.ts';
import { wordsOf } from '../../../../src/panel/words/words.ts';
import { bodyFor } from '../../../browser/panel/reports.ts';

const { '@metadata': _, ...messages } = en;
const words = wordsOf<ActKey>('en', { en: messages });
const say: typeof words.t = (...all) => words.t(...all).replace(/[\u2066-\u2069]/g, '');
const facts: ActFacts = {
	user: 'Handler One',
	rights: ['block', 'edit'],
	language: 'en',
	mostPages: 10,
	actions: ['upload', 'odd'],
	namespaces: [
		{ id: 0, name: '' },
		{ id: 1, name: 'Talk' },
		{ id: 2, name: 'Utente' },
		{ id: 3, name: 'Discussioni utente' },
	],
	levels: ['autoconfirmed', 'sysop'],
	blockReasons: ['Inserting nonsense', 'Intimidating behavior/harassment'],
	protectReasons: ['Edit warring'],
	expiries: [
		{ value: '1 day', label: 'ein Tag', here: '1 day' },
		{ value: '1 week', label: 'eine Woche', here: '1 week' },
	],
	notices: [{ label: 'Block', text: '{{subst:Blocked|$1|$2|reason=$3|pages=$4}}' }],
};
const publicWords = { reason: say('public-reason'), heading: say('public-heading') };
const said = { say, words: { ...words, list: (all: readonly string[]) => all.join(' + ') }, facts };

const bodyOf = (part: Partial<ReportBody> = {}): ReportBody => ({ ...bodyFor('x', 'insults', part), recipients: [] });
function withPages(...pages: string[]): ReportBody {
	const [one] = bodyOf().evidence;
	if (!one) throw new Error('no evidence');
	return bodyOf({ evidence: pages.map((page) => ({ ...one, target: { ...one.target, page } })) });
}
const plan = (body = bodyOf()) => planFor(body, 'Mallory', facts, publicWords);
const free: State = { of: 'user', user: 'Mallory', blocks: [], log: 0 };

test('H6 a partial block is filled from the evidence: pages, a week, the wiki’s own reason', () => {
	const body = withPages('Talk:Rivers', 'Talk:Lakes', 'Talk:Rivers', 'Discussioni utente:Mallory', 'Utente:mallory/x');
	expect(subjectsOf(body)).toEqual(['Mallory']);
	const [block, notice, ...rest] = actsOf(plan(body), 'text');
	expect(block).toEqual({
		act: 'block',
		user: 'Mallory',
		partial: { pages: ['Talk:Rivers', 'Talk:Lakes'], namespaces: [], actions: [] },
		expiry: '1 week',
		reason: 'Intimidating behavior/harassment',
		createAccount: false,
		ownTalk: false,
		email: false,
	});
	expect(notice).toMatchObject({ act: 'notice', user: 'Mallory', text: 'text' });
	expect(rest).toEqual([]);
});

test('H6 at most as many pages as the wiki takes, and at least something', () => {
	const many = Array.from({ length: 14 }, (_, n) => `Talk:Page ${n}`);
	const filled = plan(withPages(...many));
	expect(filled.block.pages.split('\n').length).toBe(10);
	expect(lacks(filled, facts, 'text')).toBeNull();
	const block = { ...filled.block, pages: many.join('\n') };
	expect(lacks({ ...filled, block }, facts, 'text')).toBe('pages');
	expect(lacks({ ...filled, block }, { ...facts, mostPages: 50 }, 'text')).toBeNull();
	expect(lacks({ ...filled, block: { ...block, pages: ' \n' } }, facts, 'text')).toBe('scope');
	expect(lacks({ ...filled, block: { ...block, pages: '', actions: ['upload'] } }, facts, 'text')).toBeNull();
});

test('what is not filled in is said before the wiki is asked', () => {
	const filled = plan();
	expect(lacks(filled, facts, ' ')).toBe('notice');
	expect(lacks({ ...filled, block: { ...filled.block, expiry: ' ' } }, facts, 'text')).toBe('length');
	const hiding = { ...filled, on: { ...filled.on, hide: true }, hide: { ...filled.hide, parts: [] } };
	expect(lacks(hiding, facts, 'text')).toBe('parts');
	const nothing = { ...filled, on: { ...filled.on, block: false, notice: false } };
	expect(lacks(nothing, facts, '')).toBeNull();
});

test('H6 what it will do and how it stands is said in words beforehand', () => {
	const { block, ...rest } = plan();
	const [act] = actsOf({ ...rest, block: { ...block, namespaces: [3], actions: ['upload', 'odd'] } }, '');
	if (!act) throw new Error('no act');
	const standing: State = {
		...free,
		blocks: [{ id: 1, by: 'Anna', at: '2026-11-01T00:00:00Z', until: null, reason: 'Spam', partial: null }],
	};
	expect(thenInWords(act, standing, said)).toEqual([
		'Mallory is blocked from: Talk:Rivers + the namespace Discussioni utente + the action: uploading files + the action: odd. How long: eine Woche.',
		'Reason, for everybody to read: Intimidating behavior/harassment',
		'This replaces the block that is there.',
	]);
	expect(nowInWords(free, said)).toEqual(['Mallory is not blocked.']);
	expect(nowInWords(standing, said)[0]).toMatch(/^Mallory was blocked by Anna on .*, without end: “Spam”\.$/);
});

test('a template of the wiki gets its places filled so that nothing in them ends a parameter; plain words else', () => {
	const odd = plan(withPages('Talk:A|b}}'));
	const filled = noticeText(odd, facts, 0, say);
	expect(filled).toBe(
		'{{subst:Blocked|Mallory|1 week|reason=Intimidating behavior/harassment|pages=[[:Talk:A&#124;b&#125;&#125;]]}} ~~~~',
	);
	expect(noticeText(plan(), facts, null, say)).toMatch(
		/^You cannot edit these pages for now: \[\[:Talk:Rivers\]\]\. .* ~~~~$/,
	);
});

test('what everybody will read is looked through for what only the report could have told', () => {
	const body = bodyOf({ reporter: { mode: 'named', user: 'Chen' }, details: 'He waited outside my school on Monday.' });
	expect(leaksOf(actsOf(plan(body), 'Please stop.'), body, [])).toEqual([]);
	const told = actsOf(plan(body), 'Chen says: he waited outside my school.');
	expect(leaksOf(told, body, [])).toEqual(['Chen', 'he waited outside my school']);
});

test('each refusal of the wiki has plain words; one that is not known is named', () => {
	const words = (problem: 'forbidden' | 'wiki-error' | 'rate-limited' | 'timed-out', code = '') =>
		refusedWords({ problem, params: code ? [code] : [] }, say);
	expect(words('forbidden', 'permissiondenied')).toBe(en['refused-right']);
	expect(words('wiki-error', 'alreadyblocked')).toBe(en['refused-changed']);
	expect(words('wiki-error', 'readonly')).toBe(en['refused-readonly']);
	expect(words('rate-limited')).toBe(en['refused-rate']);
	expect(words('timed-out')).toBe(en['refused-unknown']);
	expect(words('wiki-error', 'abusefilter-disallowed')).toContain('A filter of the wiki stopped it');
	expect(words('wiki-error', 'something-new')).toContain('(something-new)');
});
