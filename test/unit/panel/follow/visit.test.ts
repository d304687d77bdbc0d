/** A report opened by its code and not kept: its row goes when it is left, or after an hour where the browser was killed. */
import { beforeEach, expect, test } from 'vitest';
import type { Vault } from '../../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../../src/host/memory/vault.ts';
import { endVisit, sweepVisits } from '../../../../src/panel/features/follow/visit.ts';
import { followed } from '../../../browser/panel/followed.ts';

let vault: Vault;
let ids: string[];
const at = '2026-11-22T08:00:00.000Z';
beforeEach(async () => {
	vault = createMemoryVault();
	const [kept, visited] = await Promise.all([followed(), followed()]);
	ids = [kept.row.id, visited.row.id];
	await vault.put('reports', kept.row.id, kept.row);
	await vault.put('reports', visited.row.id, { ...visited.row, visit: at });
});
const left = async (): Promise<string[]> => (await vault.all('reports')).map(({ key }) => key).sort();

test('leaving takes away what was visited, and nothing that is kept', async () => {
	for (const id of ids) await endVisit(vault, id);
	expect(await left()).toEqual([ids[0]]);
});

test('a visit that was cut off is taken away later, not while another tab may still read it', async () => {
	await sweepVisits(vault, Date.parse(at) + 59 * 60_000);
	expect(await left()).toEqual([...ids].sort());
	await sweepVisits(vault, Date.parse(at) + 61 * 60_000);
	expect(await left()).toEqual([ids[0]]);
});
