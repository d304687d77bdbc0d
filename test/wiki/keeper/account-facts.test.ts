/** What a real wiki's public records say of an account, for an open case. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAccountFacts } from '../../../src/wiki/account-facts.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { everyRight, transportAs } from './tools.ts';

let wiki: Wiki;
beforeAll(async () => {
	wiki = await testWiki({ settings: everyRight });
	const [ana, bo, mira] = [await wiki.apiAs('Ana'), await wiki.apiAs('Bo'), await wiki.apiAs('Mira')];
	await bo.edit('Sluice', 'A gate in a brook.');
	const own = await bo.edit('Sluice', 'A gate in a brook, and a silly word.');
	// By somebody whose edits need no patrol: others' reverts are tagged once somebody has looked at them.
	await mira.act({ action: 'edit', title: 'Sluice', undo: own });
	await ana.act({ action: 'thank', rev: own, source: 'diff' });
	await mira.block('Bo', '3 days', 'rude');
	// The tag of a reverted edit comes by a job.
	await wiki.maintain('runJobs.php', []);
});
afterAll(() => wiki?.stop());

async function factsOf(user: string) {
	const facts = await readAccountFacts(transportAs(await wiki.apiAs('Mira')), user, Date.now());
	if (!facts.ok) throw new Error(facts.problem);
	return facts.value;
}

test('edits, reverts, thanks, blocks and activity of an account, as everybody can see them', async () => {
	const bo = await factsOf('Bo');
	expect(bo.block).toMatchObject({ partial: false });
	expect(Date.parse(bo.block?.until ?? '') - Date.now()).toBeGreaterThan(2 * 24 * 3_600_000);
	expect(bo.registered).not.toBeNull();
	expect(bo.edits).toBeGreaterThanOrEqual(2);
	expect(bo.reverted).toEqual({ count: 1, more: false });
	expect(bo.created.count).toBeGreaterThanOrEqual(1);
	expect(bo.thanked.count).toBe(1);
	expect(bo.blocks.count).toBe(1);
	expect(bo.filterHits).toEqual({ count: 0, more: false });
	expect(bo.days.at(-1)).toBeGreaterThanOrEqual(2);
	expect(Date.now() - Date.parse(bo.lastEdit ?? '')).toBeLessThan(600_000);
	// This wiki shares its accounts with no other.
	expect(bo.global).toBeNull();
	expect((await factsOf('Mira')).groups).toContain('sysop');
});

test('an address has edits and no account; nobody at all has nothing', async () => {
	const address = await factsOf('192.0.2.77');
	expect(address).toMatchObject({ registered: null, edits: null, groups: [], block: null, lastEdit: null });
	expect((await factsOf('Nobody of that name')).created).toEqual({ count: 0, more: false });
});
