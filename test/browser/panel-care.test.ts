/** Reading with care, in Chromium: severe things folded, a break, the count of the day; holding and erasing by two. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activeDays } from '../../src/contract/account.ts';
import type { StoredEvent } from '../../src/contract/case-event.ts';
import { callsOf, hears, press, said } from './panel/drive.ts';
import { personOf, quote, type Person } from './panel/people.ts';
import { check } from './panel/look.ts';
import { caseFor, evidenceOf } from './panel/reports.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let me: Person;
const home = { system: 'home' } as const;
const at = '2026-11-21T09:00:00.000Z';
const A = 'A'.repeat(22);
const image = { origin: 'image', type: 'image/png', name: 'shot.png', bytes: 'AAAA', sha256: '0'.repeat(64) } as const;

beforeAll(async () => {
	served = await servePanel();
	me = await personOf('Handler One', 'Administrators');
});
afterAll(() => served.stop());

/** With the keyboard, as anybody may: what loads meanwhile moves the page under a mouse. */
async function keyed(page: Page, name: string): Promise<void> {
	const find = (wanted: string): HTMLElement | null =>
		[...document.querySelectorAll<HTMLElement>('button, summary, .cdx-checkbox input')].find((one) => {
			const text = one instanceof HTMLInputElement ? (one.labels?.[0]?.innerText ?? '') : one.innerText;
			return text.split('\n')[0]?.trim() === wanted;
		}) ?? null;
	const found = await page.waitForFunction(find, { timeout: 15_000 }, name);
	const element = found.asElement() as Awaited<ReturnType<Page['$']>>;
	await element?.focus();
	await page.keyboard.press('Space');
}

async function atCase(wishes: Wishes, size?: { width: number; height: number }): Promise<Page> {
	const page = await served.open({ roles: ['handler'], signedIn: true, user: 'Handler One', ...wishes }, home, size);
	await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
	await press(page, 'Reports to handle');
	await page.waitForSelector('.wh-row');
	await page.click('.wh-row');
	await hears(page, 'Keeping and erasing');
	return page;
}

test('H14 what is severe is a neutral summary until it is opened piece by piece, each is counted, and a break covers all', async () => {
	const page = await atCase({ cases: [await caseFor(A, 'threats', [me], at, { attachments: [image] })] });
	await hears(page, 'None of it opens by itself.');
	await hears(page, 'one quote, the words of the person who reports, and one attachment');
	await hears(page, 'Folded pieces opened today: 0.');
	for (const words of [quote, 'This has been going on for a week.']) expect(await said(page)).not.toContain(words);
	expect(await page.$$eval('img.wh-picture', (all) => all.length)).toBe(0);
	await keyed(page, 'Show the quoted text, which may be hard to read');
	await hears(page, quote);
	await hears(page, 'Folded pieces opened today: 1.');
	await keyed(page, 'Words of the person who reports');
	await hears(page, 'Folded pieces opened today: 2.');

	await keyed(page, 'Take a break (Ctrl+.)');
	await hears(page, 'The case is covered.');
	for (const words of [quote, 'Mallory', 'Threats']) expect(await said(page)).not.toContain(words);
	await page.waitForFunction(() => document.activeElement?.textContent === 'Go on');
	await page.keyboard.press('Enter');
	await hears(page, quote);
	await page.keyboard.down('Control');
	await page.keyboard.press('.');
	await page.keyboard.up('Control');
	await hears(page, 'The case is covered.');
	await keyed(page, 'Go on');
	await hears(page, 'Folded pieces opened today: 2.');
	await keyed(page, 'Hand it to somebody else');
	await page.waitForFunction(() => document.activeElement?.closest('section')?.querySelector('#wh-team'));
	expect(await callsOf(page, 'writeEvent')).toEqual([]);
	await page.close();
});

test('a legal hold is asked for; erasing takes a tick, and another person than who asked', async () => {
	const page = await atCase({ cases: [await caseFor(A, 'insults', [me], at)] });
	expect(await said(page)).not.toContain('None of it opens by itself.');
	await keyed(page, 'Keeping and erasing');
	await hears(page, 'Nobody holds it: it is erased when its time is over.');
	await keyed(page, 'Ask to erase it');
	await hears(page, 'Please tick the box first.');
	await keyed(page, 'I understand that nobody can bring it back');
	await keyed(page, 'Ask to erase it');
	await hears(page, 'asked to erase it. It is gone once a second person agrees.');
	expect(await said(page)).not.toContain('Agree and erase it now');
	await keyed(page, 'Ask for a legal hold');
	await hears(page, 'asked for a legal hold. It is in force once a second person agrees.');
	expect(await said(page)).not.toContain('Agree to the legal hold');
	await hears(page, 'Take the request back');
	const written = (await callsOf(page, 'writeEvent')) as Pick<StoredEvent, 'event'>[];
	expect(written.map(({ event }) => event.kind)).toEqual(['erase', 'hold']);
	await page.close();
});

test('H13 that the account is locked everywhere is a suggestion while the case is open, and nothing happens by itself', async () => {
	const open = await caseFor(A, 'insults', [me], at);
	const page = await atCase({ cases: [open], locked: true });
	await hears(page, 'Mallory is locked on all wikis by now.');
	expect(await callsOf(page, 'accountLocked')).toMatchObject([{ user: 'Mallory' }]);
	expect(await callsOf(page, 'writeEvent')).toEqual([]);
	await page.close();
	const other = await atCase({ cases: [open], locked: false });
	await other.waitForFunction(() => world.calls.some(({ verb }) => verb === 'accountLocked'));
	expect(await said(other)).not.toContain('locked on all wikis');
	await other.close();
});

test('a quote whose revision the wiki has suppressed since is not shown to who may not read it there', async () => {
	const page = await atCase({ cases: [await caseFor(A, 'insults', [me], at)], suppressed: [41] });
	await hears(page, 'The wiki has suppressed this revision');
	expect(await said(page)).not.toContain(quote);
	expect(await page.content()).not.toContain(quote);
	expect(await callsOf(page, 'suppressed')).toMatchObject([{ revisions: [41] }]);
	await hears(page, 'This has been going on for a week.');
	await page.close();
	const other = await atCase({
		cases: [await caseFor(A, 'insults', [me], at)],
		problems: { suppressed: 'wiki-error' },
	});
	await hears(other, quote);
	await other.close();
});

test('words that the wiki suppressed are sealed to oversighters: gone from the report, open to who is one of them', async () => {
	const cases = [await caseFor(A, 'insults', [me], at)];
	const other = await personOf('Olga', 'Oversighters');
	const page = await atCase({ cases, suppressed: [41], recipients: [other] });
	await keyed(page, 'Seal its words to oversighters');
	await hears(page, 'taken out of the report and sealed to oversighters');
	expect(await page.content()).not.toContain(quote);
	await keyed(page, 'History');
	await hears(page, 'suppressed words sealed to oversighters');
	expect(await said(page)).not.toContain('The words, for oversighters');
	expect(await callsOf(page, 'recipients')).toMatchObject([{ route: 'private-data', named: ['Mallory'] }]);
	await page.close();

	const overseer = await atCase({
		cases,
		suppressed: [41],
		recipients: [other],
		leftOut: [{ name: 'Handler One', reason: 'own-report' }],
	});
	await keyed(overseer, 'Seal its words to oversighters');
	await keyed(overseer, 'The words, for oversighters');
	await hears(overseer, quote);
	await overseer.close();
});

test('the parties of a case as the wiki shows them, and what may belong to it, on a narrow screen too', async () => {
	const none = { count: 0, more: false };
	const account = {
		registered: '2024-02-03T10:00:00Z',
		edits: 1234,
		groups: ['rollbacker'],
		block: { until: null, partial: true },
		lastEdit: '2026-11-20T10:00:00Z',
		days: Array.from({ length: activeDays }, (_, day) => (day % 3 === 0 ? day : 0)),
		reverted: { count: 500, more: true },
		created: none,
		thanked: none,
		blocks: { count: 2, more: false },
		filterHits: null,
		global: null,
	};
	const other = await caseFor('B'.repeat(22), 'hounding', [me], at, { evidence: evidenceOf('c-other') });
	const cases = [await caseFor(A, 'insults', [me], at), other];
	const page = await atCase({ cases, account }, { width: 320, height: 800 });
	await hears(page, 'May belong together');
	await keyed(page, 'About \u2068Mallory\u2069, who is reported');
	await hears(page, 'Partially blocked without end');
	await hears(page, '500 or more');
	await hears(page, 'Active on 19 of the last 60 days, with 570 edits.');
	await check(page);
	const [kind] = await page.$$eval('.wh-case h1', (all) => all.map((one) => one.textContent));
	await keyed(page, 'Open');
	await page.waitForFunction((before) => document.querySelector('.wh-case h1')?.textContent !== before, {}, kind);
	await page.close();
});
