/** A handler in the panel, in Chromium: making and restoring a key, confirming, a long queue, reading, exporting. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SealedCase } from '../../src/contract/case.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { callsOf, hears, press, said, sleep, tap } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { personOf, quote, type Person } from './panel/people.ts';
import { caseFor, evidenceOf } from './panel/reports.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let me: Person;
let cases: SealedCase[];
const home = { system: 'home' } as const;
const handler: Wishes = { roles: ['handler'], signedIn: true, user: 'Handler One' };

beforeAll(async () => {
	served = await servePanel();
	me = await personOf('Handler One', 'Administrators');
	cases = [
		await caseFor('A'.repeat(22), 'insults', [me], '2026-11-21T09:00:00.000Z'),
		await caseFor('B'.repeat(22), 'threats', [me], '2026-11-20T09:00:00.000Z', { evidence: evidenceOf('c-other') }),
	];
});
afterAll(() => served.stop());

/** With the key already on the device: made in the browser, for a CryptoKey does not travel. */
async function withKey(wishes: Wishes): Promise<Page> {
	const page = await served.open({ ...handler, ...wishes }, home);
	await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
	return page;
}

test('somebody who is no handler sees no way in, and no queue is asked for', async () => {
	const page = await served.open({ signedIn: true, user: 'Reader', cases }, home);
	await hears(page, 'You are signed in as Reader.');
	expect(await said(page)).not.toContain('Reports to handle');
	expect(await said(page)).not.toContain('My key');
	expect(await callsOf(page, 'cases')).toEqual([]);
	await page.close();
});

test('a key is made, kept only with its backup, published by one click, and a colleague confirmed', async () => {
	const subject = `key:Chi:di:0123456789abcdef:age1${'q'.repeat(58)}:${'A'.repeat(43)}`;
	const waiting = [{ subject, name: 'Chi:di', since: '2026-11-21T09:00:00Z', until: '2026-11-24T09:00:00Z' }];
	const page = await served.open({ ...handler, waiting }, home);
	await press(page, 'My key');
	await press(page, 'Make key');
	await hears(page, 'This is your key, sealed with the passphrase.');
	const backup = await page.$eval('.wh-data', (area) => (area as HTMLTextAreaElement).value);
	expect(backup).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
	await press(page, 'Use this key');
	await hears(page, 'then tick the box');
	await press(page, 'I have kept the backup and the passphrase');
	await press(page, 'Use this key');
	await hears(page, 'Not published yet');
	expect(await callsOf(page, 'publishKey')).toEqual([]);
	await press(page, 'Publish');
	await hears(page, 'Published on your user page.');
	await hears(page, 'Key 0123456789abcdef.');
	await press(page, 'Confirm Chi:di');
	await hears(page, 'You have confirmed this.');
	const [first, second] = (await callsOf(page, 'publishKey')) as { key: { id: string }; confirms: { by: string }[] }[];
	expect(first?.confirms).toEqual([]);
	expect(second).toMatchObject({ key: first?.key, confirms: [{ subject, by: first?.key.id }] });
	const extractable = await page.evaluate(async () => {
		const keys = await world.vault.handlerKeys('https://wiki.example.org/w|Handler One');
		return [keys?.age, keys?.sign].map((key) => (key as CryptoKey).extractable);
	});
	expect(extractable).toEqual([false, false]);
	await page.close();
});

test('on a new device the published key is restored, and another one is told apart', async () => {
	const keys = (await handlerKeysOf(me.secret)).public;
	const page = await served.open({ ...handler, ownKey: { key: { ...keys }, confirms: [] } }, home);
	const other = await personOf('Other', '');
	await press(page, 'My key');
	await hears(page, 'it is not on this device');
	await page.type('textarea', other.secret);
	await press(page, 'Restore');
	await hears(page, `This backup holds another key (${other.id})`);
	await page.$eval('textarea', (area) => (area as HTMLTextAreaElement).select());
	await page.type('textarea', me.secret);
	await press(page, 'Use it all the same');
	await hears(page, 'Published on your user page.');
	expect(await said(page)).toContain(me.id);
	await page.close();
});

test('the queue opens rows with the own key, an emergency first, and a report reads with its evidence', async () => {
	const page = await withKey({ cases });
	await press(page, 'Reports to handle');
	await hears(page, '2 cases (2 reports), what is due first on top.');
	const kinds = await page.$$eval('.wh-row__what', (rows) => rows.map((row) => row.textContent));
	expect(kinds).toEqual(['Threats', 'Insults']);
	await page.click('[data-at="1"] button');
	await hears(page, quote);
	const words = await said(page);
	for (const part of ['Confirmed by the wiki', 'This has been going on for a week.', 'Sealed for\nHandler One']) {
		expect(words).toContain(part);
	}
	expect(words).toContain('Somebody who does not tell their name');
	const links = await page.$$eval('main a', (all) => all.map((one) => [one.getAttribute('href'), one.rel]));
	expect(links).toEqual([
		['https://wiki.example.org/w/index.php?title=Talk:Rivers&oldid=41', 'noopener noreferrer'],
		['https://wiki.example.org/w/index.php?diff=41&oldid=40', 'noopener noreferrer'],
	]);
	await press(page, 'Back to the reports');
	await page.click('[data-at="0"] button');
	await hears(page, 'which may be hard to read');
	expect(await said(page)).not.toContain(quote);
	await press(page, 'Show the quoted text, which may be hard to read');
	await hears(page, quote);
	await page.close();
});

test('H15 ten thousand rows: few are in the document, the arrow keys walk them, going back finds the place', async () => {
	const page = await withKey({ cases, manyCases: 10_000 });
	await press(page, 'Reports to handle');
	const drawn = (): Promise<number> => page.$$eval('.wh-windowed__row', (rows) => rows.length);
	await page.waitForSelector('.wh-row');
	expect(await drawn()).toBeLessThan(40);
	await hears(page, '10002 cases (10002 reports), what is due first on top.');
	expect(await drawn()).toBeLessThan(40);
	await page.$eval('.wh-windowed', (list) => list.scrollTo(0, 88 * 500));
	await page.waitForSelector('[data-at="502"] button');
	await page.focus('[data-at="502"] button');
	for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
	expect(await page.evaluate(() => document.activeElement?.parentElement?.dataset.at)).toBe('507');
	expect(await page.$eval('[data-at="507"]', (row) => row.getAttribute('aria-posinset'))).toBe('508');
	const place = await page.$eval('.wh-windowed', (list) => list.scrollTop);
	await page.keyboard.press('Enter');
	await hears(page, 'Back to the reports');
	await press(page, 'Back to the reports');
	await page.waitForFunction(() => document.activeElement?.parentElement?.dataset.at === '507');
	expect(await page.$eval('.wh-windowed', (list) => list.scrollTop)).toBe(place);
	await page.close();
});

test("a report is exported to a file that Debian's age opens with the handler's key alone", async () => {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-export-'));
	const page = await withKey({ cases });
	const session = await page.createCDPSession();
	await session.send('Browser.setDownloadBehavior', {
		behavior: 'allow',
		downloadPath: folder,
		...(page.browserContext().id === undefined ? {} : { browserContextId: page.browserContext().id ?? '' }),
	});
	await press(page, 'Reports to handle');
	await hears(page, 'Mallory');
	await page.click('[data-at="1"] button');
	await hears(page, quote);
	// What loads above moves it: opened where it is, not where it was.
	await hears(page, 'Keeping and erasing');
	await page.$$eval('summary', (all) => all.find((one) => one.innerText.startsWith('Export'))?.click());
	await hears(page, 'An export cannot be recalled');
	await press(page, 'For another key');
	await page.type('.wh-accordions input[type=text]', 'age1nonsense');
	await press(page, 'Save sealed file');
	await hears(page, 'This is not a whole age key.');
	await press(page, 'For me');
	await press(page, 'Save sealed file');
	const name = `wikihaven-report-${'A'.repeat(22)}.html.age`;
	while (!readdirSync(folder).includes(name)) await sleep(50);
	writeFileSync(join(folder, 'key'), me.secret);
	const plain = execFileSync('age', ['-d', '-i', join(folder, 'key'), join(folder, name)]).toString();
	expect(plain).toMatch(/^<!doctype html>/);
	for (const part of [
		'A'.repeat(22),
		'Insults',
		'Mallory',
		'This has been going on for a week.',
		'cannot be recalled',
	]) {
		expect(plain).toContain(part);
	}
	expect(plain).not.toMatch(/<script|src="http|href=/);
	const [written] = (await callsOf(page, 'writeEvent')) as { event: { kind: string } }[];
	expect(written?.event.kind).toBe('export');
	expect(readFileSync(join(folder, name), 'utf8')).not.toContain('Mallory');
	rmSync(folder, { recursive: true });
	await page.close();
});

test('a report whose bytes are not those of the receipt is not to be relied on', async () => {
	const [first] = cases;
	const page = await withKey({ cases: first ? [{ ...first, hash: '0'.repeat(64) }] : [] });
	await press(page, 'Reports to handle');
	await hears(page, 'Mallory');
	await page.click('[data-at="0"] button');
	await hears(page, 'does not match what the receipt was given for');
	await page.close();
});

test('a session that ended is said, with the way to sign in again', async () => {
	const page = await withKey({ cases, problems: { cases: 'session-expired' } });
	await press(page, 'Reports to handle');
	await hears(page, 'You have been signed out after a while.');
	await press(page, 'Go to sign-in');
	await hears(page, 'Overview');
	await page.close();
});

test('without the key on this device the queue says so and leads to it', async () => {
	const page = await served.open({ ...handler, cases }, home);
	await press(page, 'Reports to handle');
	await hears(page, 'The key for this is not on this device.');
	await press(page, 'My key');
	await hears(page, 'Reports for you are sealed to a key of yours.');
	await page.close();
});

/** Handler One, known by the key that signs here. */
async function colleague() {
	const { id, age, sign } = (await handlerKeysOf(me.secret)).public;
	return { name: 'Handler One', team: 'Administrators', id, age, sign };
}

test.each<[string, Wishes, { width: number; height: number }]>([
	['in German on a narrow phone', { facts: { language: 'de' } }, { width: 320, height: 640 }],
	[
		'right to left, narrow, at night',
		{ facts: { dir: 'rtl', language: 'ar', theme: 'night' } },
		{ width: 320, height: 640 },
	],
])('R15 the plan of acts, what it will do, and one that the wiki refuses, %s', async (_, wishes, size) => {
	const acts: Wishes['acts'] = {
		user: 'Handler One',
		rights: ['block', 'edit', 'deleterevision', 'suppressrevision', 'rollback'],
		blockReasons: ['Ελευθερία_Παπαδοπούλου-Κωνσταντινοπολίτισσα_'.repeat(3)],
	};
	const page = await served.open(
		{
			...handler,
			cases,
			colleagues: [await colleague()],
			acts,
			refuses: { hide: 'revdelete-hide-current' },
			...wishes,
		},
		home,
		size,
	);
	const inActs = (selector: string): Promise<void> => tap(page, `[aria-labelledby="wh-act"] ${selector}`);
	await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
	await page.waitForSelector('.wh-entry:nth-child(4)');
	await tap(page, '.wh-entry:nth-child(3) button');
	await page.waitForSelector('.wh-row bdi:not(:empty)');
	await tap(page, '.wh-row');
	await inActs('.cdx-button');
	await page.waitForFunction(() => document.querySelectorAll('.wh-act').length === 5);
	const chosen = () =>
		page.$$eval('.wh-act > .cdx-checkbox:first-child input', (all) =>
			all.map((one) => (one as HTMLInputElement).checked),
		);
	expect(await chosen()).toEqual([true, true, false, false, false]);
	// To hide a revision, and to protect a page without the right to it.
	for (const at of [3, 4]) {
		await page.$$eval('.wh-act > .cdx-checkbox:first-child input', (all, n) => (all[n] as HTMLElement).click(), at);
	}
	await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
	await check(page);
	await inActs('.cdx-button--weight-primary');
	await inActs('ol ~ .wh-actions .cdx-button--weight-primary');
	await page.waitForSelector('[aria-labelledby="wh-act"] .cdx-message--warning');
	await page.waitForSelector('ol ~ .wh-actions .cdx-button--weight-quiet:enabled');
	await check(page);
	// What is done already is not chosen again, where the rest is changed.
	await inActs('ol ~ .wh-actions .cdx-button--weight-quiet');
	await page.waitForFunction(() => document.querySelectorAll('.wh-act').length === 5);
	expect(await chosen()).toEqual([false, false, false, true, true]);
	expect((await callsOf(page, 'act')).map((call) => (call as { act: { act: string } }).act.act)).toEqual([
		'block',
		'notice',
		'hide',
	]);
	await page.close();
});
