/** The evidence tray in Chromium with the real vault: collected over pages and tabs, sent as one report. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../src/contract/page-panel.ts';
import { callsOf, hears, press, said } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { comment, personOf, quote, type Person } from './panel/people.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import { attachments, edit, files, first, outsideFiles, sealedFor, sendInto, user } from './panel/tray.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
let usual: Wishes;
const outside = outsideFiles();

beforeAll(async () => {
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
	usual = { recipients: [anna], offline: true };
});
afterAll(async () => {
	await served.stop();
	outside.remove();
});

const again = (page: Page, intent: Intent): Promise<void> => load(page, served.address, usual, intent);

async function collecting(wishes: Wishes = usual): Promise<Page> {
	const page = await served.open(wishes, comment);
	await press(page, 'More evidence');
	await press(page, 'Add more from other pages');
	await hears(page, 'You are collecting');
	return page;
}
const pieces = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('pieces')).map(({ value }) => value.target.author));

test('what is clicked while collecting is added to the first report, told, listed, and sent with it as clicked', async () => {
	const page = await collecting();
	await again(page, edit);
	await hears(page, 'Added. This report has 2 pieces of evidence now.');
	await again(page, user);
	await hears(page, 'Added. This report has 3 pieces of evidence now.');
	const words = await said(page);
	for (const part of [quote, 'Mallory', 'An edit.', 'Oscar', 'Lakes', 'Trent']) expect(words).toContain(part);
	await again(page, edit);
	await hears(page, 'This is in the report already.');
	await press(page, 'Insults');
	await hears(page, 'Sealed for');
	expect((await callsOf(page, 'recipients')).at(-1)).toMatchObject({ named: ['Mallory', 'Oscar', 'Trent'] });
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	const body = await sealedFor(page, anna);
	expect(body.evidence.map(({ target, state }) => [target.author, target.quote, state])).toEqual([
		['Mallory', quote, 'confirmed'],
		['Oscar', 'An edit.', 'confirmed'],
		['Trent', undefined, 'confirmed'],
	]);
	expect(body.named).toEqual(['Mallory', 'Oscar', 'Trent']);
	expect(body).not.toHaveProperty('attachments');
	await page.close();
});

test('a piece that was added can be reported by itself instead, or taken out; collecting ends when told', async () => {
	const page = await collecting();
	await again(page, edit);
	await press(page, 'Report this separately instead');
	await page.waitForFunction(() => document.querySelector('.wh-clicked')?.textContent?.includes('Oscar'));
	expect(await pieces(page)).toEqual([]);
	await again(page, user);
	await hears(page, 'Added. This report has 2 pieces');
	await press(page, 'Remove: Trent, User:Trent');
	await page.waitForFunction(() => !document.querySelector('.wh-tray .wh-card'));
	expect(await pieces(page)).toEqual([]);
	await press(page, 'Stop adding');
	await hears(page, 'Then press Report at any comment');
	await again(page, edit);
	await page.waitForFunction(() => document.querySelector('.wh-clicked')?.textContent?.includes('Oscar'));
	expect(await said(page)).not.toContain('Added.');
	await page.close();
});

test('two tabs share one tray, and what was typed in one is there in the other', async () => {
	const page = await collecting();
	const other = await page.browserContext().newPage();
	await load(other, served.address, usual, edit);
	await hears(other, 'Added. This report has 2 pieces');
	await press(other, 'Add details');
	await other.type('textarea', 'Both belong together.');
	await other.waitForFunction(async () =>
		(await world.vault.all('drafts')).some(({ value }) => value.details === 'Both belong together.'),
	);
	await page.bringToFront();
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await hears(page, 'Oscar');
	await page.waitForFunction(
		() => document.querySelector<HTMLTextAreaElement>('textarea')?.value === 'Both belong together.',
	);
	await page.close();
	await other.close();
});

test('a wiki that cannot be asked: the piece is kept, marked, and asked about again later', async () => {
	const page = await collecting();
	await load(page, served.address, { ...usual, problems: { confirm: 'wiki-unreachable' } }, edit);
	await hears(page, 'Not confirmed by the wiki');
	await sendInto(page);
	expect((await sealedFor(page, anna)).evidence.map(({ state }) => state)).toEqual(['confirmed', 'unconfirmed']);
	await page.close();
});

test('fifty pieces are the most: the next is not added, and that is said', async () => {
	const page = await collecting();
	await page.evaluate(
		async (target) => {
			const [draft] = await world.vault.all('drafts');
			for (let at = 1; at < 50; at++) {
				const one = { ...target, revision: at };
				const evidence = { target: one, permalink: 'https://wiki.example.org/', state: 'confirmed' as const };
				const key = `${draft?.key}#${at}`;
				await world.vault.put('pieces', key, {
					draft: draft?.key ?? '',
					target: one,
					evidence,
					at: '2026-11-22T08:00:00Z',
				});
			}
		},
		edit.system === 'report' ? edit.target : first,
	);
	await again(page, user);
	await hears(page, 'A report holds at most 50 pieces');
	await sendInto(page);
	expect((await sealedFor(page, anna)).evidence).toHaveLength(50);
	await page.close();
});

test('the preview lists every piece and attachment; once it has arrived nothing of them stays here', async () => {
	const page = await collecting({ ...usual, offline: false });
	await load(page, served.address, { ...usual, offline: false }, edit);
	await hears(page, 'Added.');
	await outside.choose(page, files.mail);
	await hears(page, 'Letzte Warnung');
	await press(page, 'Insults');
	await hears(page, 'Sealed for');
	await press(page, 'Exactly what is sent');
	await page.waitForFunction(() => document.querySelectorAll('.wh-facts').length >= 2);
	const listed = await page.$$eval('.wh-facts', (all) => all.map((one) => (one as HTMLElement).innerText).join('\n'));
	for (const part of [quote, 'An edit.', 'Oscar', 'Lakes']) expect(listed).toContain(part);
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await page.waitForFunction(async () => (await world.vault.all('pieces')).length === 0);
	expect(await attachments(page)).toEqual([]);
	expect(await page.evaluate(async () => (await world.vault.all('collecting')).length)).toBe(0);
	await again(page, edit);
	await page.waitForFunction(() => document.querySelector('.wh-clicked')?.textContent?.includes('Oscar'));
	await page.close();
});

test.each([
	['left to right', {}, { width: 420, height: 860 }],
	['narrow', {}, { width: 320, height: 640 }],
	[
		'right to left, narrow, at night',
		{ facts: { dir: 'rtl', language: 'ar', theme: 'night' } },
		{ width: 320, height: 640 },
	],
	['right to left', { facts: { dir: 'rtl', language: 'ar' } }, { width: 420, height: 860 }],
] satisfies [string, Wishes, { width: number; height: number }][])('the tray %s', async (_, wishes, size) => {
	const page = await served.open({ ...usual, ...wishes }, comment, size);
	await page.waitForSelector('.wh-tray summary');
	await check(page);
	for (const one of ['summary', '.wh-accordion .cdx-button']) {
		await page.$eval(`.wh-tray ${one}`, (button) => (button as HTMLElement).click());
	}
	await page.waitForFunction(async () => (await world.vault.all('collecting')).length === 1);
	await load(page, served.address, { ...usual, ...wishes }, edit);
	await page.waitForSelector('.wh-tray .cdx-message');
	await outside.choose(page, files.photo);
	await page.waitForSelector('.wh-tray li .wh-accordion');
	await outside.choose(page, files.mail);
	await page.waitForSelector('.wh-tray li:nth-child(2) .wh-accordion');
	await page.click('.wh-chip');
	await page.waitForSelector('.wh-team');
	await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
	await page.waitForSelector('img');
	await check(page);
	expect(await page.$eval('html', (root) => root.dir)).toBe(('facts' in wishes && wishes.facts.dir) || 'ltr');
	await page.close();
});
