/** The panel with the keyboard alone: every step of a report, where the focus goes, what is read out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, focused, hears, reports, tabTo } from './panel/drive.ts';
import { comment, personOf } from './panel/people.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes } from './panel/world.ts';

let served: Served;
let usual: Wishes;

beforeAll(async () => {
	served = await servePanel();
	usual = { recipients: [await personOf('Anna', 'Administrators')] };
});
afterAll(() => served.stop());

test('R15 a whole report by the keyboard: the heading first, arrows among the chips, Enter leads to Send, Enter sends', async () => {
	const page = await served.open(usual, comment);
	// The form takes the place of the words that it is loading.
	await page.waitForSelector('.wh-view--bar h1:focus');
	expect(await focused(page)).toBe('Report privately');
	await tabTo(page, 'insults');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	expect(await focused(page)).toBe('hounding');
	await page.keyboard.press('ArrowLeft');
	await hears(page, 'Threatening violence');
	await page.keyboard.press('Enter');
	expect(await focused(page)).toBe('Send');
	await hears(page, 'Sealed for Anna.');
	await page.keyboard.press('Enter');
	await hears(page, 'Your report has arrived');
	expect(await focused(page)).toBe('Sent');
	expect((await reports(page)).map(({ kind }) => kind)).toEqual(['threats']);
	await tabTo(page, 'Done');
	await page.keyboard.press('Enter');
	await expect.poll(() => callsOf(page, 'close')).toEqual([{}]);
	await page.close();
});

test('R15 everything else is reached too, details and names are typed, and Escape closes', async () => {
	const page = await served.open({ ...usual, user: 'Reporter' }, comment);
	await page.waitForSelector('.wh-view--bar h1:focus');
	await tabTo(page, 'insults');
	await page.keyboard.press('Space');
	// What comes after the choice is a part of its own, drawn a moment later.
	await hears(page, 'Add details');
	await tabTo(page, 'Add details');
	await page.keyboard.press('Enter');
	await page.waitForSelector('textarea');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Words.');
	await page.keyboard.press('Tab');
	await page.keyboard.type('peggy');
	await page.keyboard.press('Enter');
	await hears(page, 'Peggy');
	await tabTo(page, 'Your name');
	await page.keyboard.press('Enter');
	await tabTo(page, 'anonymous');
	await page.keyboard.press('ArrowDown');
	await hears(page, 'see your name, nobody else');
	// It is there once the people and the evidence are known.
	await hears(page, 'Exactly what is sent');
	await tabTo(page, 'Exactly what is sent');
	await page.keyboard.press('Enter');
	await hears(page, 'Your words');
	await hears(page, 'Words.');
	await page.keyboard.press('Escape');
	await expect.poll(() => callsOf(page, 'close')).toEqual([{ escape: true }]);
	await page.keyboard.press('Escape');
	await expect.poll(() => callsOf(page, 'leave')).toEqual([{}]);
	await page.close();
});

test('R15 what happens is read out: live regions exist before their words come', async () => {
	const page = await served.open({ ...usual, slow: { recipients: 400 } }, comment);
	await page.waitForSelector('.wh-bar');
	const live = await page.$$eval('[aria-live]', (all) => all.map((one) => one.id));
	expect(live).toEqual(expect.arrayContaining(['wh-kind-help', 'wh-send-state']));
	const described = await page.$eval('.wh-bar button', (button) => button.getAttribute('aria-describedby'));
	expect(described).toBe('wh-send-state');
	const headings = await page.$$eval('h1, h2, h3', (all) => all.map((one) => Number(one.tagName[1])));
	expect(headings[0]).toBe(1);
	expect(headings.every((level, at) => at === 0 || level <= (headings[at - 1] ?? 0) + 1)).toBe(true);
	expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['en', 'Wikihaven']);
	await page.close();
});
