/** Leaks hold for any text: every copied stretch is found where it stands, and other words never are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLeaks, type Private } from '../../src/domain/case/leaks.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const find = (text: string, secret: Partial<Private>) =>
	findLeaks(text, { texts: [], names: [], pages: [], open: [], ...secret }, (one) => segmenter.segment(one));

/** Words of two vocabularies that share none. */
const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 8 });
const theirs = fc.array(word('abcdé'), { minLength: 6, maxLength: 40 });
const own = fc.array(word('stuvwñ'), { minLength: 1, maxLength: 20 });

test('a stretch of four words or more is found whatever stands around it', () => {
	fc.assert(
		fc.property(theirs, own, own, fc.nat(), fc.boolean(), (secret, before, after, from, loud) => {
			const start = from % (secret.length - 4);
			const copied = secret.slice(start, start + 5).join(' ');
			const shown = loud ? copied.toUpperCase() : copied;
			const text = `${before.join(' ')} ${shown} ${after.join(' ')}`;
			const leaks = find(text, { texts: [{ from: 'report', text: secret.join(' ') }] });
			expect(leaks.some(({ passage }) => passage.includes(shown))).toBe(true);
			for (const { passage, start: at, end } of leaks) expect(text.slice(at, end)).toBe(passage);
		}),
	);
});

test('words of one’s own are no leak, nor is what is open', () => {
	fc.assert(
		fc.property(theirs, own, (secret, words) => {
			const texts = [{ from: 'report' as const, text: secret.join(' ') }];
			expect(find(words.join(' '), { texts })).toEqual([]);
			expect(find(secret.join(' '), { texts, open: [secret.join(' ')] })).toEqual([]);
		}),
	);
});

test('any text at all is taken, and each passage stands where it is said to', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, secret) => {
			const parts = { texts: [{ from: 'contact' as const, text: secret }], names: [secret], pages: [secret] };
			for (const { passage, start, end } of find(text, parts)) expect(text.slice(start, end)).toBe(passage);
		}),
	);
});
