/** H14: how much was opened today is counted on this machine, by the day, and names nothing. */
import { expect, test } from 'vitest';
import { createMemoryVault } from '../../../../src/host/memory/vault.ts';
import { sawMore, seenToday } from '../../../../src/panel/features/case/folded/seen.ts';

test('H14 what is opened is counted until the day is over, and no report is named', async () => {
	const vault = createMemoryVault();
	const evening = new Date(2026, 10, 22, 23, 59);
	expect(await seenToday(vault, evening)).toBe(0);
	expect(await sawMore(vault, evening)).toBe(1);
	expect(await sawMore(vault, evening)).toBe(2);
	expect(await seenToday(vault, evening)).toBe(2);
	expect(await vault.all('views')).toEqual([{ key: 'seen-today', value: { day: '2026-11-22', count: 2 } }]);
	const morning = new Date(2026, 10, 23, 0, 1);
	expect(await seenToday(vault, morning)).toBe(0);
	expect(await sawMore(vault, morning)).toBe(1);
});

test('where storage fails nothing is in the way of reading', async () => {
	const broken = { get: () => Promise.reject(new Error('full')), put: () => Promise.reject(new Error('full')) };
	expect(await sawMore(broken, new Date())).toBe(1);
});
