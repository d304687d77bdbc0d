/** A handler at the queue, in Chromium: keys alone, several cases at once, search, filters, views, every look of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SealedCase } from '../../src/contract/case.ts';
import type { WriteEvent } from '../../src/contract/case-log.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { callsOf, focused, hears, press, wish } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { personOf, type Person } from './panel/people.ts';
import { caseFor, evidenceOf } from './panel/reports.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let me: Person;
let usual: Wishes;
const home = { system: 'home' } as const;
const [A, B, C, D] = ['A', 'B', 'C', 'D'].map((letter) => letter.repeat(22)) as [string, string, string, string];
const decided = { state: 'decided', due: { step: 'close', by: '2026-12-20T09:00:00.000Z' } } as const;

beforeAll(async () => {
	served = await servePanel();
	me = await personOf('Handler One', 'Administrators');
	const { sign } = (await handlerKeysOf(me.secret)).public;
	const at = '2026-11-21T09:00:00.000Z';
	const due = (day: string): SealedCase['due'] => ({ step: 'triage', by: `2026-11-${day}T12:00:00.000Z` });
	const seat = (id: string, evidence: string, author?: string) => ({
		evidence: evidenceOf(evidence, author),
		details: `Words of ${id[0]}.`,
	});
	usual = {
		roles: ['handler'],
		signedIn: true,
		user: 'Handler One',
		colleagues: [{ name: 'Handler One', team: 'Administrators', id: me.id, age: me.age, sign }],
		cases: [
			{ ...(await caseFor(A, 'insults', [me], at, seat(A, 'c-a'))), due: due('25') },
			{ ...(await caseFor(B, 'trolling', [me], at, seat(B, 'c-b', 'Béatrice'))), due: due('21') },
			{ ...(await caseFor(C, 'doxing', [me], at, seat(C, 'c-c'))), due: due('24') },
			{ ...(await caseFor(D, 'threats', [me], at, seat(D, 'c-d'))), due: due('22') },
		],
	};
});
afterAll(() => served.stop());

async function atQueue(wishes: Wishes = {}, size?: { width: number; height: number }): Promise<Page> {
	const page = await served.open({ ...usual, ...wishes }, home, size);
	await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
	return toQueue(page, wishes.facts?.language);
}
async function toQueue(page: Page, language = 'en'): Promise<Page> {
	const file = join(import.meta.dirname, '../../src/i18n', `${language}.json`);
	const { 'case-title': title = '' } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
	await press(page, title);
	await page.waitForFunction(() => document.querySelectorAll('.wh-row').length === 4);
	// The last thing that comes: from now on nothing moves under a click.
	await page.waitForFunction(() => document.querySelectorAll('.wh-flush button').length === 3);
	return page;
}
/** Waits until the device has kept what was chosen, as this test says. */
const kept = (page: Page, words: string): Promise<unknown> =>
	page.waitForFunction(async (wanted) => JSON.stringify(await world.vault.all('views')).includes(wanted), {}, words);
const kinds = (page: Page): Promise<(string | null)[]> =>
	page.$$eval('.wh-row__what', (rows) => rows.map((row) => row.textContent));
const written = async (page: Page) => ((await callsOf(page, 'writeEvent')) as WriteEvent[]).map(({ event }) => event);
const type = async (page: Page, keys: string): Promise<void> => {
	for (const key of keys) await page.keyboard.press(key as 'j');
};
/** Waits until the row at this place of the list has the focus. */
const atRow = (page: Page, at: number): Promise<unknown> =>
	page.waitForFunction((wanted) => document.activeElement?.closest('li')?.dataset.at === wanted, {}, String(at));

test('H12 by keys alone: rows are walked, selected, merged, put off, claimed and opened; the keys are shown and changed', async () => {
	const page = await atQueue();
	expect(await kinds(page)).toEqual(['Threats', 'Private data', 'Trolling', 'Insults']);
	await type(page, 'jj');
	await atRow(page, 1);
	await type(page, 'k');
	await atRow(page, 0);
	await type(page, 'jx');
	await hears(page, 'One case selected');
	await type(page, 'jx');
	await hears(page, '2 cases selected');
	await check(page);
	await type(page, 'l');
	await hears(page, 'Merge into one case');
	await check(page);
	await page.keyboard.press('Tab');
	expect(await focused(page)).toBe('Merge');
	await page.keyboard.press('Enter');
	await hears(page, 'In one case now: 2 reports.');
	const joined = await written(page);
	expect(joined.map(({ kind, report }) => [kind, report])).toEqual([
		['join', C],
		['join', B],
	]);
	expect(new Set(joined.map(({ data }) => JSON.stringify(data))).size).toBe(1);
	await hears(page, '3 cases (4 reports)');

	// H13: and apart again.
	await type(page, 'k');
	await atRow(page, 1);
	await type(page, 'o');
	await press(page, 'Take this report out of the case');
	await hears(page, 'A case of its own again: one report.');
	expect((await written(page)).at(-1)).toMatchObject({ kind: 'part', report: B });
	await press(page, 'Back to the reports');
	await hears(page, '4 cases (4 reports)');

	await page.keyboard.press('?');
	await hears(page, 'They work wherever you are not writing.');
	await check(page);
	await press(page, 'Change: Claim it');
	await type(page, 'j');
	await hears(page, 'j is the key for: Next case');
	await type(page, 'g');
	await hears(page, 'Claim it: the key is g now.');
	await kept(page, '"claim":"g"');
	await page.keyboard.press('Escape');
	await page.waitForFunction(() => !document.querySelector('dialog'));
	expect(await callsOf(page, 'close')).toEqual([]);
	await load(page, served.address, { ...usual }, home);
	await toQueue(page);
	await type(page, 'jc');
	await atRow(page, 0);
	await type(page, 'g');
	await hears(page, 'In your hands for five minutes');
	expect((await written(page)).map(({ kind, report }) => [kind, report])).toEqual([['claim', D]]);
	await hears(page, 'Yours');

	await page.keyboard.down('Control');
	await type(page, 'k');
	await page.keyboard.up('Control');
	await page.waitForSelector('[role=combobox]:focus');
	await page.keyboard.type('put o');
	await page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 2);
	await check(page);
	await page.keyboard.press('Enter');
	await hears(page, 'Until when?');
	await check(page);
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await hears(page, 'Put off, or waiting again: one report.');
	const [, snooze] = await written(page);
	expect(snooze).toMatchObject({
		kind: 'snooze',
		report: D,
		data: { until: expect.stringMatching(/^2026-11-25T10:0/) },
	});
	await press(page, 'Put off');
	await hears(page, 'One case (one report)');
	expect(await kinds(page)).toEqual(['Threats']);
	await page.close();
});

test('several cases are closed at once: each that is not is told with its reason, and what failed is tried again', async () => {
	const [first, second, third, fourth] = usual.cases ?? [];
	if (!first || !second || !third || !fourth) throw new Error('no cases');
	const wrote = { unanswered: '2026-11-22T09:00:00.000Z' };
	const cases = [first, { ...second, ...decided, ...wrote }, { ...third, ...decided, ...wrote }, fourth];
	const page = await atQueue({ cases, problems: { writeEvent: 'backend-unreachable' } });
	for (const box of await page.$$('.wh-row__select input')) await box.click();
	await hears(page, '4 cases selected');
	await type(page, 'e');
	await hears(page, 'Only what is decided can be closed.');
	await page.click('dialog .cdx-button--weight-primary');
	await hears(page, '4 reports are as before:');
	await hears(page, 'Report AAAAAA (Insults): That is no step from where it stands (Received).');
	await hears(page, 'Report BBBBBB (Trolling): The server for reports cannot be reached');
	await check(page);
	await wish(page, { problems: {} });
	await press(page, 'Try again');
	await hears(page, 'Closed: 2 reports.');
	await hears(page, '2 reports are as before:');
	const steps = (await written(page)).filter(({ report }) => report === B);
	// The same event both times, but for its hour: what was not taken is written anew.
	expect(steps.map(({ kind, data, seq }) => ({ kind, data, seq }))).toEqual(
		Array.from({ length: 2 }, () => ({ kind: 'step', data: { from: 'decided', to: 'closed', words: null }, seq: 1 })),
	);
	await page.close();
});

test('the queue is searched on this device, filtered, kept as a view, and rows that come stand in it', async () => {
	const page = await atQueue();
	await type(page, '/');
	await page.waitForSelector('input[type=search]:focus');
	await page.keyboard.type('beatrice');
	await page.waitForFunction(() => document.querySelectorAll('.wh-row').length === 1);
	expect(await kinds(page)).toEqual(['Trolling']);
	await page.$eval('input[type=search]', (field) => (field as HTMLInputElement).select());
	await page.keyboard.type('words of C');
	await hears(page, 'No case here has all of that.');
	expect(await callsOf(page, 'openCase')).toEqual([]);
	await press(page, 'Search in the reports’ texts too');
	await hears(page, 'Texts read: 4 of 4');
	await page.waitForFunction(() => document.querySelector('.wh-row__what')?.textContent === 'Private data');
	// What is looked for goes nowhere.
	expect(JSON.stringify(await page.evaluate(() => world.calls))).not.toContain('words of C');
	await press(page, 'Show all again');
	await page.waitForFunction(() => document.querySelectorAll('.wh-row').length === 4);

	await page.select('.wh-filters .cdx-field:nth-of-type(1) select', 'doxing');
	await hears(page, 'One case (one report)');
	await press(page, 'Keep this view');
	await hears(page, 'Please give it a name first.');
	await (await page.$('::-p-aria([name="Name of the view"])'))?.type('Private');
	await press(page, 'Keep this view');
	await hears(page, 'Forget Private');
	await kept(page, '"name":"Private"');
	await load(page, served.address, { ...usual }, home);
	await toQueue(page);
	await press(page, 'Search and filter');
	await press(page, 'Overdue only (1)');
	await page.waitForFunction(() => document.querySelector('.wh-row__what')?.textContent === 'Trolling');
	await press(page, 'Private');
	await page.waitForFunction(() => document.querySelector('.wh-row__what')?.textContent === 'Private data');
	await check(page);
	await press(page, 'Show all again');
	const changed = '2026-11-22T10:00:01.000Z';
	const late = {
		...(await caseFor('E'.repeat(22), 'threats', [me], changed, { evidence: evidenceOf('c-e') })),
		changed,
	};
	await wish(page, { arrived: [late] });
	await hears(page, '5 cases (5 reports)');
	await page.close();
});

const looks: [string, string, { dir?: 'rtl'; theme?: 'night' }, { width: number; height: number }][] = [
	['in German on a narrow phone', 'de', {}, { width: 320, height: 640 }],
	['in Hindi at night', 'hi', { theme: 'night' }, { width: 420, height: 860 }],
	['right to left, narrow, at night', 'ar', { dir: 'rtl', theme: 'night' }, { width: 320, height: 640 }],
];

test.each(looks)('R15 the queue, its tools, keys and palette %s', async (_, language, facts, size) => {
	const [first, second, ...others] = usual.cases ?? [];
	if (!first || !second) throw new Error('no cases');
	const busy = { severity: 'severe', assigned: me.id, unanswered: '2026-11-22T09:00:00.000Z', appealed: true } as const;
	const cases = [{ ...first, ...busy }, { ...second, assigned: '0'.repeat(16) }, ...others];
	const page = await atQueue({ cases, facts: { language, ...facts } }, size);
	await page.click('.wh-row__select input');
	await check(page);
	await page.click('.wh-tools summary');
	await page.waitForSelector('.wh-filters');
	await check(page);
	await page.click('.wh-tools summary');
	for (const key of ['?', 's']) {
		await page.keyboard.press(key as '?');
		await page.waitForSelector('dialog[open]');
		await check(page);
		await page.keyboard.press('Escape');
		await page.waitForFunction(() => !document.querySelector('dialog'));
	}
	await page.close();
});
