/** Evidence picked from the recent edits of the people reported, in Chromium with the real vault. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftKey } from '../../src/contract/vault.ts';
import type { RecentEdit } from '../../src/contract/recent-edits.ts';
import { focused, hears, press, said, tabTo } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { comment, personOf, type Person } from './panel/people.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import { first, sealedFor, sendInto } from './panel/tray.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
let usual: Wishes;

const editOf = (revision: number, part: Partial<RecentEdit> = {}): RecentEdit => ({
	revision,
	title: `Page ${revision}`,
	at: '2026-11-19T08:00:00Z',
	summary: 'Wrong again',
	change: 12,
	minor: false,
	hidden: false,
	...part,
});
/** Revision 41 is the one that added what was clicked. */
const mallory = [
	[editOf(41), ...Array.from({ length: 29 }, (_, at) => editOf(129 - at))],
	[editOf(90, { minor: true, hidden: true, summary: '', change: -1200 })],
];

beforeAll(async () => {
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
	usual = { recipients: [anna], offline: true, edits: { Mallory: mallory, Oscar: [[editOf(77)]] } };
});
afterAll(async () => served.stop());

async function listed(size?: { width: number; height: number }, wishes = usual): Promise<Page> {
	const page = await served.open(wishes, comment, size);
	await page.waitForSelector('.wh-tray summary');
	await page.$$eval('.wh-tray summary', (all) => all.slice(0, 2).forEach((one) => one.click()));
	await page.waitForSelector('.wh-tray .cdx-checkbox__input');
	return page;
}
const held = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('pieces')).map(({ value }) => value.target.revision));
/** Presses the boxes from this place on, as many. */
const pick = (page: Page, from: number, count: number): Promise<void> =>
	page.$$eval(
		'.wh-tray .cdx-checkbox__input',
		(all, [start, end]) => all.slice(start, end).forEach((one) => (one as HTMLElement).click()),
		[from, from + count] as const,
	);

test('R10 twenty edits of the one and one of the other, added without leaving the page, are sealed in one report', async () => {
	const page = await listed();
	await hears(page, 'In the report');
	await press(page, 'Add chosen');
	await hears(page, 'Choose one edit or more first.');
	await pick(page, 0, 21);
	await hears(page, 'At most 20 can be added at once, and 21 are chosen.');
	await press(page, 'Add chosen');
	expect(await held(page)).toEqual([]);
	await pick(page, 20, 1);
	await hears(page, '20 edits are chosen.');
	await press(page, 'Add chosen');
	await hears(page, '20 edits were added to the report.');
	expect(await held(page)).toHaveLength(20);
	await page.waitForFunction(() => document.querySelectorAll('.wh-tray .cdx-checkbox__input').length === 9);
	// What the wiki says of each makes the list above longer, and moves what is pressed next.
	await page.waitForFunction(async () => (await world.vault.all('pieces')).every(({ value }) => value.evidence));

	await press(page, 'Add details');
	await page.type('.wh-also input', 'Oscar');
	await press(page, 'Add name');
	await press(page, 'Oscar');
	await hears(page, 'Page 77');
	await pick(page, 0, 1);
	await press(page, 'Add chosen');
	await hears(page, 'One edit was added to the report.');
	// As if the browser had been started anew: everything comes from the vault.
	await load(page, served.address, usual, comment);
	await hears(page, '21 more pieces');
	await sendInto(page);
	const body = await sealedFor(page, anna);
	expect(body.named).toEqual(['Mallory', 'Oscar']);
	expect(body.evidence.slice(1).map(({ target }) => [target.type, target.author, target.revision])).toEqual([
		...Array.from({ length: 20 }, (_, at) => ['revision', 'Mallory', 129 - at]),
		['revision', 'Oscar', 77],
	]);
	await page.close();
});

test('R10 by keys alone: older edits, the focus on the first of them, what is hidden and what is minor said', async () => {
	const page = await listed();
	await page.focus('.wh-tray li:last-child .cdx-checkbox__input');
	await tabTo(page, 'Show older ones');
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => document.activeElement?.closest('li')?.textContent?.includes('Page 90'));
	for (const words of ['Minor edit', 'Partly hidden by the wiki', 'Bytes: -1,200']) await hears(page, words);
	expect(await said(page)).not.toContain('Show older ones');
	await page.keyboard.press('Space');
	await hears(page, 'One edit is chosen.');
	await tabTo(page, 'Add chosen');
	await page.keyboard.press('Enter');
	await hears(page, 'One edit was added to the report.');
	expect(await focused(page)).toBe('Add chosen');
	expect(await held(page)).toEqual([90]);
	await page.close();
});

test('R10 a wiki out of reach is asked again; a report that is full takes as many as there is room for, and says so', async () => {
	const page = await served.open({ ...usual, problems: { recentEdits: 'wiki-unreachable' } }, comment);
	await press(page, 'More evidence');
	await press(page, 'Their recent edits');
	await page.waitForSelector('.wh-tray .wh-message button');
	await page.evaluate(
		async (target, draft) => {
			delete world.wishes().problems;
			for (let revision = 1; revision < 49; revision++) {
				const one = { ...target, revision };
				const evidence = { target: one, permalink: target.wiki, state: 'confirmed' as const };
				const row = { draft, target: one, evidence, at: '2026-11-22T08:00:00Z' };
				await world.vault.put('pieces', `${draft}#${revision}`, row);
			}
		},
		first,
		draftKey(first),
	);
	await press(page, 'Try again');
	await page.waitForSelector('.wh-tray .cdx-checkbox__input');
	await pick(page, 0, 3);
	await press(page, 'Add chosen');
	await hears(page, 'One edit was added to the report. A report holds at most 50 pieces');
	expect(await held(page)).toHaveLength(49);
	await page.close();
});

test.each([
	['narrow', {}],
	['right to left, at night', { facts: { dir: 'rtl', language: 'ar', theme: 'night' } }],
] satisfies [string, Wishes][])('R10 the list %s', async (_, wishes) => {
	const page = await listed({ width: 320, height: 640 }, { ...usual, ...wishes });
	await pick(page, 0, 2);
	await check(page);
	await page.close();
});
