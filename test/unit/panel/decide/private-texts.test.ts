/** What of a report counts as told by nobody but its reporter, and letters that give nothing of it away. */
import { expect, test } from 'vitest';
import type { Evidence } from '../../../../src/contract/evidence.ts';
import type { ReportBody } from '../../../../src/contract/report.ts';
import { shownLanguages, directionOf, type ShownLanguage } from '../../../../src/domain/language/shown.ts';
import { hearLetter, reporterLetter, subjectLetter } from '../../../../src/panel/features/case/decide/letters.ts';
import { leaksIn, privateTexts, subjectOf } from '../../../../src/panel/features/case/decide/private-texts.ts';
import { wordsOf } from '../../../../src/panel/words/words.ts';

const wiki = 'https://wiki.example.org/w';
const at = '2026-11-20T10:00:00Z';
const piece = (author: string, page: string, quote: string, user: string | null = author): Evidence => ({
	target: { type: 'comment', wiki, page, author, at, quote },
	addedBy: { revision: 41, user, at },
	permalink: `${wiki}/index.php?oldid=41`,
	state: 'confirmed',
});
const body: ReportBody = {
	v: 1,
	id: 'A'.repeat(22),
	wiki,
	kind: 'insults',
	clause: 'ucoc:3.1.insults',
	details: 'He has followed me since the meeting in March.',
	evidence: [
		piece('Mallory', 'Talk:Rivers', 'You are a fool, and everybody knows it.'),
		piece('Chen', 'Talk:Blue herons', 'Please stop writing to me about this.'),
	],
	attachments: [
		{ origin: 'email', type: 'text/plain', name: 'Mail', bytes: btoa('meet me behind the old mill'), sha256: '' },
	],
	named: ['Mallory'],
	excluded: ['Oscar'],
	reporter: { mode: 'named', user: 'Chen' },
	contact: 'chen.li@example.org',
	language: 'ar',
	at,
	configRevision: 1,
	recipients: [],
};

test('of the reporter alone: their words, their name, what they brought, and pages where the other did nothing', () => {
	const secret = privateTexts(body, [], subjectOf(body) ?? '');
	const found = (text: string): string[] => leaksIn(text, secret).map(({ passage }) => passage);
	expect(found('On Talk:Rivers you wrote: You are a fool, and everybody knows it.')).toEqual([]);
	expect(found('You have followed somebody since the meeting in March.')).toEqual(['since the meeting in March']);
	expect(found('You wrote: Please stop writing to me about this.')).toEqual(['Please stop writing to me about this']);
	expect(found('See Talk:Blue herons, and ask Chen or Oscar.')).toEqual(['Talk:Blue herons', 'Chen', 'Oscar']);
	expect(found('You asked to meet me behind the old mill (chen.li@example.org).')).toEqual([
		'meet me behind the old mill',
		'chen.li@example.org',
		'chen',
	]);
});

test('words that somebody else saved under the name of the person reported are not theirs', () => {
	const forged = { ...body, evidence: [piece('Mallory', 'Talk:Rivers', 'I hate all of you, always.', 'Chen')] };
	const secret = privateTexts(forged, [], 'Mallory');
	expect(leaksIn('You wrote: I hate all of you, always.', secret)).toHaveLength(1);
});

async function wordsIn(language: ShownLanguage) {
	const file = `../../../../src/i18n/decide/${language}.json`;
	const { default: all } = (await import(/* @vite-ignore */ file, { with: { type: 'json' } })) as {
		default: Record<string, string>;
	};
	const { '@metadata': _, ...messages } = all;
	return wordsOf<never>(language, { [language]: messages }, directionOf(language));
}

test.each(shownLanguages)(
	'H10: in %s both sides get reasons that name clause and measures, and nothing of the report',
	async (language) => {
		const words = await wordsIn(language);
		const secret = privateTexts(body, [], 'Mallory');
		const found = {
			outcome: 'violation',
			clauses: ['ucoc:3.1.insults', 'ucoc:3.1.threats'],
			sanctions: ['block'],
		} as const;
		const letters = [
			reporterLetter({ ...found, clauses: [...found.clauses], sanctions: [...found.sanctions] }, words),
			subjectLetter(
				{ ...found, clauses: [...found.clauses], sanctions: [...found.sanctions] },
				'wiki.example.org',
				words,
			),
		];
		for (const letter of letters) {
			expect(letter).toContain('3.1');
			expect(letter).toContain(words.t('sanction-block' as never).replace(/[\u2066-\u2069]/g, ''));
			expect(letter).not.toMatch(/\$\d|[\u2066-\u2069]|letter-/);
			expect(leaksIn(letter, secret)).toEqual([]);
		}
		expect(new Set(letters).size).toBe(2);
		const cleared = subjectLetter({ outcome: 'no-violation', clauses: ['ucoc:3.1'], sanctions: [] }, 'x.org', words);
		expect(cleared).not.toContain('3.1');
		expect(hearLetter('x.org', 3, words)).toMatch(/3/);
	},
);
