/** Searching what a handler can open: words of any script, in rows at once and in texts once they are read. */
import { expect, test } from 'vitest';
import { createSearch, type Search } from '../../../../src/panel/features/case/queue/search.ts';
import type { Opened } from '../../../../src/panel/features/case/queue/model.ts';
import { bodyFor } from '../../../browser/panel/reports.ts';
import { opened } from './rows.ts';

const life = new AbortController();
const wordsOf = ({ row, summary }: Opened): string => [row.id, summary?.subject, summary?.page].join('\n');

async function searchIn(rows: readonly Opened[]): Promise<Search> {
	const search = createSearch();
	await search.rows(rows, wordsOf, life.signal);
	return search;
}
const ids = (search: Search, words: string): string[] | null => {
	const found = search.find(words);
	return found && [...found].sort();
};

test('words are found from their beginning, in any order, whatever their case and accents; every one must be there', async () => {
	const search = await searchIn([
		opened('a', {}, { subject: 'Élodie Müller', page: 'Talk:Rivers of Spain' }),
		opened('b', {}, { subject: 'Mallory', page: 'Talk:Rivers' }),
	]);
	expect(ids(search, 'riv')).toEqual(['a', 'b']);
	expect(ids(search, 'SPAIN elodie')).toEqual(['a']);
	expect(ids(search, 'muller')).toEqual(['a']);
	expect(ids(search, 'rivers portugal')).toEqual([]);
	expect(ids(search, 'malory')).toEqual(['b']);
	expect(ids(search, ' … ')).toBeNull();
});

test('scripts without spaces are found by their letters, Arabic without its vowel signs, Hindi with its own', async () => {
	const search = await searchIn([
		opened('a', {}, { subject: '山田太郎', page: '讨论:长江的支流' }),
		opened('b', {}, { subject: 'مُحَمَّد', page: 'نقاش:أنهار' }),
		opened('c', {}, { subject: 'मीरा', page: 'वार्ता:नदियाँ' }),
	]);
	expect(ids(search, '长江')).toEqual(['a']);
	expect(ids(search, '江')).toEqual(['a']);
	expect(ids(search, '江长')).toEqual([]);
	expect(ids(search, 'محمد')).toEqual(['b']);
	expect(ids(search, 'मीरा')).toEqual(['c']);
	expect(ids(search, 'मूरी')).toEqual([]);
});

test('a report’s own words are found once its text was read, and its row still is', async () => {
	const search = await searchIn([opened('a'), opened('b')]);
	expect(ids(search, 'week')).toEqual([]);
	expect(search.knowsText('a')).toBe(false);
	search.text('a', { ...bodyFor('a', 'insults'), recipients: [] });
	expect(search.knowsText('a')).toBe(true);
	expect(ids(search, 'going week')).toEqual(['a']);
	expect(ids(search, 'leave wiki mallory')).toEqual(['a']);
	expect(ids(search, 'mallory')).toEqual(['a', 'b']);
});

test('H15 ten thousand rows are taken in slice by slice, and leaving ends it', async () => {
	const rows = Array.from({ length: 10_000 }, (_, n) => opened(`r${n}`, {}, { subject: `User${n}` }));
	const search = await searchIn(rows);
	expect(ids(search, 'user9999')).toEqual(['r9999']);
	const left = new AbortController();
	const reading = createSearch().rows(rows, wordsOf, left.signal);
	left.abort();
	await expect(reading).rejects.toThrow();
});
