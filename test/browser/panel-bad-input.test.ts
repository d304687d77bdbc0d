/** Bad input in the panel, in Chromium: each is said in plain words, and nothing that was typed is lost. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, drafts, hears, outbox, press, said } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { comment, personOf } from './panel/people.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';
import { landscape } from '../wiki/seeds/picture.ts';

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

const sha1Of = (bytes: Uint8Array): string =>
	BigInt(`0x${createHash('sha1').update(bytes).digest('hex')}`)
		.toString(36)
		.padStart(31, '0');

/** Of 30,000 by 30,000 dots, as its head says. */
function bomb(): Uint8Array {
	const bytes = new Uint8Array(landscape(96, 72, 6));
	const view = new DataView(bytes.buffer);
	view.setUint32(16, 30_000);
	view.setUint32(20, 30_000);
	view.setUint32(29, crc32(bytes.subarray(12, 29)));
	return bytes;
}

test.each<[string, string, Wishes]>([
	['in English', 'en', {}],
	['in German', 'de', { facts: { language: 'de' } }],
	['in Arabic at night', 'ar', { facts: { dir: 'rtl', language: 'ar', theme: 'night' } }],
])('R15 what is said of files about to be uploaded, on a narrow phone, %s', async (_, language, wishes) => {
	const long = 'Ελευθερία_Παπαδοπούλου-Κωνσταντινοπολίτισσα_'.repeat(2);
	const [same, near, warn, hold, fine] = [1, 2, 3, 4, 5].map((seed) => new Uint8Array(landscape(96, 72, seed)));
	if (!same || !near || !warn || !hold || !fine) throw new Error('no pictures');
	const given = { 'same.png': same, [`${long}.jpg`]: near, 'warn.png': warn, 'hold.png': hold, 'fine.png': fine };
	const all = { ...given, 'broken.png': same.slice(0, 200), 'large.png': bomb() };
	const files: Wishes['files'] = {
		[sha1Of(same)]: {
			same: { here: [`File:${long}.png`], shared: [{ repository: 'Commons', titles: ['File:A.png'] }] },
		},
		[sha1Of(near)]: { near: [{ title: `File:${long}.png`, distance: 8 }] },
		[sha1Of(warn)]: { told: { action: 'warn', list: 'Logos' } },
		[sha1Of(hold)]: { told: { action: 'hold', list: long } },
	};
	const page = await served.open({ ...usual, ...wishes, files }, { system: 'home' }, { width: 320, height: 640 });
	await page.evaluate(
		async (named) => {
			const chosen = named.map(([name, text]) => new File([Uint8Array.from(text, (one) => one.charCodeAt(0))], name));
			await world.open({ system: 'upload', files: chosen });
		},
		Object.entries(all).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')] as const),
	);
	await page.waitForFunction(() => document.querySelectorAll('.wh-entry').length === 7);
	await page.waitForFunction(() => !document.querySelector('progress'));
	await check(page);
	const words: Record<string, string> = (
		await import(`../../src/i18n/upload/${language}.json`, { with: { type: 'json' } })
	).default;
	const told = await page.$$eval('.wh-entry', (entries) => entries.map((one) => one.textContent));
	const expected = [
		['upload-here'],
		['upload-near', 'upload-mislabelled'],
		['upload-warn'],
		['upload-held'],
		['upload-none'],
		['upload-broken'],
		['upload-large'],
	];
	for (const [at, keys] of expected.entries()) {
		for (const key of keys) expect(told[at]).toContain(words[key]?.split(/[“„«]?\$1/)[0]);
	}
	await press(page, words['upload-release'] ?? '');
	expect(await callsOf(page, 'appear')).toContainEqual({ show: true, hold: false });
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words['upload-released']);
	await check(page);
	await page.close();
});
