/** Bad input in the panel, in Chromium: each is said in plain words, and nothing that was typed is lost. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, drafts, hears, outbox, press, said } from './panel/drive.ts';
import { comment, personOf } from './panel/people.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let usual: Wishes;
beforeAll(async () => {
	served = await servePanel();
	usual = { recipients: [await personOf('Anna', 'Administrators')] };
});
afterAll(() => served.stop());

const open = (wishes: Wishes = {}): Promise<Page> => served.open({ ...usual, ...wishes }, comment);
const choose = (page: Page): Promise<void> => press(page, 'Insults');

test.each([-3_600_000, 3_600_000])('a clock that is %d ms off is said, and hinders nothing', async (clockAheadMs) => {
	const page = await open({ clockAheadMs });
	await hears(page, 'The clock of this device and that of the server differ too much.');
	await choose(page);
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await page.close();
	const fine = await open({ clockAheadMs: clockAheadMs / 60 });
	await choose(fine);
	await hears(fine, 'Sealed for');
	expect(await said(fine)).not.toContain('The clock of this device');
	expect(await callsOf(fine, 'about')).toHaveLength(1);
	await fine.close();
});

test('words that are too long are said to be, kept as pasted, and sent once they are shorter', async () => {
	const page = await open();
	await choose(page);
	await press(page, 'Add details');
	await page.$eval('textarea', (area) => {
		area.focus();
		document.execCommand('insertText', false, 'ä'.repeat(20_001));
	});
	await hears(page, 'The text is longer than the server accepts. Please shorten it.');
	await press(page, 'Send');
	await hears(page, 'Please shorten your words first.');
	expect((await drafts(page))[0]?.details).toHaveLength(20_001);
	expect(await page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
	await page.keyboard.press('Backspace');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await page.close();
});

test.each([
	['unknown-clause', 'This kind of report is not known to the server.'],
	['wrong-recipients', 'The list of recipients no longer fits.'],
	['too-long', 'The text is longer than the server accepts.'],
	['bad-input', 'Something arrived that this tool does not understand.'],
	['conflict', 'The server has another report under this number.'],
	['wrong-origin', 'The answer came from another place than expected'],
] as const)('a report that the backend refuses with %s comes back with every word', async (problem, words) => {
	const page = await open({ offline: true });
	await choose(page);
	await press(page, 'Add details');
	await page.type('textarea', 'My words.');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	const asked = (await callsOf(page, 'recipients')).length;
	await page.evaluate(async (why) => {
		for (const { key, value } of await world.vault.all('outbox')) {
			await world.vault.put('outbox', key, { ...value, problem: why });
		}
	}, problem);
	await press(page, 'Try now');
	await hears(page, words);
	expect(await page.$eval('textarea', (area) => area.value)).toBe('My words.');
	expect(await outbox(page)).toEqual([]);
	// Whoever receives it is looked up anew: before this they may have been others.
	await hears(page, 'Sealed for');
	expect((await callsOf(page, 'recipients')).length).toBeGreaterThan(asked);
	await page.close();
});
