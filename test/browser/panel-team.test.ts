/** A handler's team in the panel, in Chromium: letting somebody in, handing over, leaving; keys replaced and lost; recovery. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WriteEvent } from '../../src/contract/case-log.ts';
import type { SealedCase } from '../../src/contract/case.ts';
import type { AskRecovery } from '../../src/contract/team.ts';
import { splitRecovery, type PairEntry } from '../../src/host/cli/recovery-split.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { openGrant } from '../../src/panel/sealing/open-report.ts';
import { sealReason } from '../../src/panel/sealing/reason.ts';
import { passShare } from '../../src/panel/sealing/recovery.ts';
import { callsOf, hears, press, said } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { personOf, type Person } from './panel/people.ts';
import { caseFor } from './panel/reports.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let me: Person;
let anna: Person;
const home = { system: 'home' } as const;
const handler: Wishes = { roles: ['handler'], signedIn: true, user: 'Handler One' };
const at = '2026-11-21T09:00:00.000Z';
const [A, B] = ['A'.repeat(22), 'B'.repeat(22)];

beforeAll(async () => {
	served = await servePanel();
	[me, anna] = await Promise.all([personOf('Handler One', 'Team'), personOf('Anna', 'Team')]);
});
afterAll(() => served.stop());

const colleague = async ({ name, team, id, age, secret }: Person, as = team) => {
	const { sign } = (await handlerKeysOf(secret)).public;
	return { name, team: as, id, age, sign };
};
const keyOf = async ({ secret }: Person) => (await handlerKeysOf(secret)).public;
async function as(person: Person, wishes: Wishes, entry: string): Promise<Page> {
	const page = await served.open({ ...handler, user: person.name, ...wishes }, home);
	await page.evaluate(([user, secret]) => world.restore(user, secret), [person.name, person.secret] as const);
	await press(page, entry);
	return page;
}
/** Types into the one field of this name that can be seen. */
async function fill(page: Page, label: string, text: string): Promise<void> {
	const field = await page.waitForSelector(`::-p-aria([name="${label}"])`);
	await field?.type(text);
}
const written = async (page: Page) => (await callsOf(page, 'writeEvent')) as (WriteEvent & { id: string })[];
/** What a grant that was handed over opens, for whom it is. */
async function granted(event: WriteEvent | undefined, to: Person, id: string): Promise<string> {
	const grants = event?.grants?.map(({ key, box }) => ({ key, box })) ?? [];
	const opened = await openGrant({ id, grants }, await handlerKeysOf(to.secret));
	return opened.ok ? opened.value.report : opened.problem;
}

test('H8: a handler who met a party often is asked; a colleague is let in, gets the case, and the handler leaves it', async () => {
	const mallory = await personOf('Mallory', 'Team');
	const one = await caseFor(A, 'insults', [me], at);
	const met = { user: 'Mallory', counts: { reply: 2, revert: 3, thanks: 0, block: 0, mention: 0 } };
	const page = await as(
		me,
		{
			cases: [one],
			colleagues: await Promise.all([me, anna, mallory].map((person) => colleague(person))),
			ties: { people: [met], partial: false },
		},
		'Reports to handle',
	);
	await page.waitForSelector('.wh-row');
	await page.click('.wh-row');
	await hears(page, 'You and Mallory met in the last 90 days:');
	await hears(page, '3 reverts · 2 replies');
	await hears(page, 'Who handles this');
	await press(page, 'I should not handle this');
	await hears(page, 'You are the only one who can read it.');
	await press(page, 'I should not handle this');

	await press(page, 'Let a colleague read it');
	await press(page, 'Let them read it');
	await hears(page, 'Please choose first.');
	expect(
		await page.$$eval('.wh-chip__input', (all) => all.map((one) => one.closest('label')?.innerText)),
	).not.toContain('Mallory');
	await press(page, 'Anna');
	await fill(page, 'Why', 'She knows the page.');
	await press(page, 'Let them read it');
	await hears(page, 'Anna can read this case now.');
	const kept = await page.evaluate((id) => world.wishes().events?.[id]?.map(({ event }) => event.kind), A);
	expect(kept).toEqual(['grant', 'desk', 'note']);
	const events = await written(page);
	expect(await granted(events[0], anna, A)).toBe(A);
	expect(events[1]?.desk?.map(({ key }) => key).sort()).toEqual([me.id, anna.id].sort());
	await press(page, 'Let a colleague read it');

	await press(page, 'Hand over');
	await press(page, 'Anna');
	await fill(page, 'What they should know', 'The reporter was answered.');
	await press(page, 'I no longer need to see this case');
	await check(page);
	await page.evaluate(() => {
		// The part and its button have one name: this is the button.
		const buttons = [...document.querySelectorAll<HTMLElement>('button')];
		buttons.find((button) => button.innerText.trim() === 'Hand over')?.click();
	});
	await hears(page, 'Reports to handle');
	await page.waitForFunction(() => document.querySelector('.wh-row') === null);
	const last = (await written(page)).slice(-2).map(({ event }) => [event.kind, event.data]);
	expect(last).toEqual([
		['assign', { to: anna.id }],
		['revoke', { keys: [me.id] }],
	]);
	await page.close();
});

test('H7: a key is replaced: confirmed by the old one, every report moved, and the old one forgotten; a lost one is made good; who left is taken off', async () => {
	const [one, two] = [await caseFor(A, 'insults', [me], at), await caseFor(B, 'threats', [me], at)];
	const own = { key: { ...(await keyOf(me)) }, confirms: [] };
	const gone = 'f'.repeat(16);
	const wishes: Wishes = {
		cases: [one, two],
		ownKey: own,
		colleagues: [await colleague(me), await colleague(anna)],
		shared: { [anna.id]: [B] },
		others: { [A]: [gone] },
		left: [{ id: A, keys: [gone] }],
	};
	const page = await as(me, wishes, 'My key');
	await hears(page, 'Anna has a new key and cannot open one report with it.');
	await press(page, 'Give them to Anna again');
	await hears(page, 'Done: one report.');
	const [again] = await written(page);
	expect(await granted(again, anna, B)).toBe(B);
	await hears(page, 'One of your reports is still sealed to somebody who is on no team any more.');
	await press(page, 'Take them off');
	await page.waitForFunction((id) => world.wishes().others?.[id]?.length === 0, {}, A);
	const [, off] = await written(page);
	expect(off?.event).toMatchObject({ kind: 'revoke', report: A, data: { keys: [gone] } });

	await press(page, 'Replace this key');
	await press(page, 'Make key');
	await press(page, 'I have kept the backup and the passphrase');
	await press(page, 'Use this key');
	await hears(page, 'Your user page names another key');
	await press(page, 'Publish');
	await hears(page, '2 reports are open to your earlier key alone.');
	const [published] = (await callsOf(page, 'publishKey')) as {
		key: { id: string };
		confirms: { by: string; subject: string }[];
	}[];
	expect(published?.confirms).toMatchObject([
		{ by: me.id, subject: expect.stringContaining(published?.key.id ?? '-') },
	]);
	await check(page);
	await press(page, 'Move them to the new key');
	await hears(page, 'All your reports are open to your new key.');
	const moved = (await written(page)).slice(2);
	expect(moved.map(({ event }) => [event.kind, event.by, event.data])).toEqual(
		[A, B].map(() => ['grant', published?.key.id, { keys: [published?.key.id] }]),
	);
	const former = () =>
		page.evaluate(async () => {
			const keys = await world.vault.handlerKeys('https://wiki.example.org/w|Handler One|former');
			return keys?.public.id ?? null;
		});
	expect(await former()).toBe(me.id);
	await press(page, 'Forget the earlier key');
	await hears(page, 'Replace this key');
	expect(await former()).toBeNull();
	await page.close();
});

test('H7: two holders of shares recover a report: one asks with a reason, the other opens it for them, and nobody else', async () => {
	const holders = await Promise.all(['Ana', 'Ben', 'Cho'].map((name) => personOf(name, 'staff:recovery-share')));
	const [ana, ben, cho] = holders;
	if (!ana || !ben || !cho) throw new Error('three are needed');
	const pairs = await splitRecovery([ana, ben, cho]);
	const [first] = pairs;
	const one: SealedCase = await caseFor(
		A,
		'insults',
		[{ ...me, name: 'Ana|Ben', id: first?.key.id ?? '', age: first?.key.age ?? '' }],
		at,
		{
			named: ['Mallory'],
		},
	);
	const heldBy = (person: Person, ...entries: (PairEntry | undefined)[]) =>
		entries.flatMap((entry) => {
			const other = holders.find(({ name, id }) => id !== person.id && entry?.name.split('|').includes(name));
			const share = entry?.shares.find(({ key }) => key === person.id)?.box;
			return entry && other && share
				? [{ key: entry.key.id, share, other: { name: other.name, key: { id: other.id, age: other.age } } }]
				: [];
		});
	const colleagues = await Promise.all(holders.map((person) => colleague(person)));
	const roles = ['handler', 'staff:recovery-share'];
	const ownKey = async (person: Person) => ({ key: { ...(await keyOf(person)) }, confirms: [] });

	const asking = await as(
		ana,
		{
			roles,
			colleagues,
			ownKey: await ownKey(ana),
			recovery: { pairs: heldBy(ana, pairs[0], pairs[1]), recoveries: [] },
		},
		'My key',
	);
	await hears(asking, 'You hold a share of the recovery keys.');
	await press(asking, 'Ask another holder');
	await hears(asking, 'That is not a whole number of a report.');
	await fill(asking, 'Number of the report', A);
	await fill(asking, 'Why it must be opened', 'Both handlers lost their keys.');
	await press(asking, 'Ask another holder');
	await hears(asking, 'It is asked.');
	const [asked] = (await callsOf(asking, 'askRecovery')) as AskRecovery[];
	expect(asked).toMatchObject({ scope: { of: 'report', report: A } });
	expect(asked?.passed.map(({ key }) => key)).toEqual([pairs[0]?.key.id, pairs[1]?.key.id]);
	expect(JSON.stringify(asked)).not.toContain('AGE-SECRET-KEY');
	await asking.close();

	const [held] = heldBy(ana, first);
	const passed = held && (await passShare(held, ben.age, await handlerKeysOf(ana.secret)));
	if (!passed?.ok || !asked) throw new Error('nothing was passed on');
	const recovery = {
		id: asked.id,
		at,
		until: '2099-01-01T00:00:00.000Z',
		scope: asked.scope,
		askedBy: 'Ana',
		askedKey: { id: ana.id, age: ana.age },
		reason: await sealReason(asked.id, 'Both handlers lost their keys.', [ben.age]),
		used: null,
		passed: passed.value,
	};
	const box = one.grants[0]?.box ?? '';
	const second: Wishes = {
		roles,
		colleagues,
		ownKey: await ownKey(ben),
		recovery: { pairs: heldBy(ben, pairs[0], pairs[2]), recoveries: [recovery] },
		recoverable: [{ id: A, version: 0, head: '0'.repeat(64), box, desk: null }],
	};
	const agreeing = await as(ben, second, 'My key');
	await hears(agreeing, 'Both handlers lost their keys.');
	await check(agreeing);
	await press(agreeing, 'Agree and open it for Ana');
	await hears(agreeing, 'Done: one report.');
	const [used] = (await callsOf(agreeing, 'useRecovery')) as (WriteEvent & { report: string })[];
	expect(used?.event).toMatchObject({ kind: 'grant', by: ben.id, data: { keys: [ana.id] } });
	expect(await granted(used, ana, A)).toBe(A);
	await agreeing.close();

	// A key that the backend names and this device does not trust as Ana's gets nothing.
	const forged = { ...recovery, askedKey: { id: me.id, age: me.age } };
	const wary = await as(ben, { ...second, recovery: { pairs: heldBy(ben, first), recoveries: [forged] } }, 'My key');
	await hears(wary, 'This device does not know the key of Ana, so nothing is opened.');
	expect(await said(wary)).not.toContain('Agree and open it');
	await wary.close();
});
