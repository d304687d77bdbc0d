/** Names as MediaWiki compares them. */
import { expect, test } from 'vitest';
import { canonicalName, samePerson } from '../../../src/domain/people/names.ts';

test('first letter, underscores, spaces, direction marks and composition do not make another person', () => {
	expect(samePerson('mira_the  Great', 'Mira the Great')).toBe(true);
	expect(samePerson(' _Mira ', 'Mira')).toBe(true);
	expect(samePerson('Toma\u0301s', 'Tom\u00e1s')).toBe(true);
	expect(samePerson('\u200eMira\u202c', 'Mira')).toBe(true);
	expect(samePerson('\u00e9lan', '\u00c9lan')).toBe(true);
	expect(samePerson('Mira\u00a0M', 'Mira M')).toBe(true);
});

test('other letters are other people', () => {
	expect(samePerson('Mira', 'MIRA')).toBe(false);
	expect(samePerson('Mira', 'M\u0456ra')).toBe(false);
	expect(samePerson('Mira', 'Mira2')).toBe(false);
});

test('a letter whose capital is two letters stays as it is', () => {
	expect(canonicalName('\u00dfeta')).toBe('\u00dfeta');
	expect(canonicalName('')).toBe('');
});
