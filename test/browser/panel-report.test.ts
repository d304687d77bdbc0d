/** Reporting in the panel, in Chromium with the real vault: clicks, consent, drafts, sending once, every state said. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, drafts, hears, outbox, press, reports, said, sleep, wish } from './panel/drive.ts';
import { comment, personOf, quote, type Person } from './panel/people.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
let usual: Wishes;
const kind = 'Insults';

beforeAll(async () => {
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
	const recovery = await personOf('Recovery 1', 'staff:recovery');
	usual = { recipients: [anna, { ...(await personOf('Bo', 'Administrators')), fresh: true }, recovery] };
});
afterAll(() => served.stop());

const open = (wishes: Wishes = {}): Promise<Page> => served.open({ ...usual, ...wishes }, comment);
/** Chooses the kind; the chip's text ends with its section. */
const choose = (page: Page, label = kind): Promise<void> => press(page, label);

test('two clicks in the panel, with the one in the page three, and nothing typed: sealed, sent, with a receipt', async () => {
	const page = await open();
	await page.evaluate(() => {
		Object.assign(globalThis, { clicks: 0, keys: 0 });
		addEventListener(
			'click',
			(event) => event.detail > 0 && ((globalThis as unknown as { clicks: number }).clicks += 1),
		);
	});
	await choose(page);
	await hears(page, 'Sealed for Anna, Bo, and Recovery 1. One of them is new.');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	const [report] = await reports(page);
	expect(await said(page)).toContain(report?.id);
	expect(report).toMatchObject({ kind: 'insults', subject: 'Mallory', receipt: { id: report?.id } });
	expect(await outbox(page)).toEqual([]);
	expect((await drafts(page)).map(({ details, sentAs }) => ({ details, sentAs }))).toEqual([
		{ details: '', sentAs: report?.id },
	]);
	await page.close();
});

test('first use asks once for consent, one click more, before anything but the wiki is asked', async () => {
	const page = await open({ asksConsent: true });
	await choose(page);
	await hears(page, 'haven.example.org, which is run by Example Trust');
	expect(await said(page)).toContain('sees your IP address');
	for (const verb of ['recipients', 'about', 'flush', 'startSignIn']) expect(await callsOf(page, verb)).toEqual([]);
	await press(page, 'Send');
	await hears(page, 'Please agree above first.');
	expect(await outbox(page)).toEqual([]);
	await press(page, 'Agree and continue');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await load(page, served.address, { ...usual, asksConsent: true }, comment);
	await press(page, 'Report something new here');
	await choose(page);
	await hears(page, 'Sealed for');
	expect(await said(page)).not.toContain('Agree and continue');
	await page.close();
});

test('the preview names everybody, marks who is new, says who was left out and why, and shows every field', async () => {
	const page = await open({
		leftOut: [
			{ name: 'Mallory', reason: 'named' },
			{ name: 'Chidi', reason: 'waiting', until: '2026-11-24T09:00:00Z' },
		],
	});
	await choose(page);
	await hears(page, 'Administrators');
	const words = await said(page);
	for (const part of [
		'Administrators',
		'Anna',
		'Bo',
		'New',
		'Recovery key',
		'Named in this report',
		'New key, not used yet',
	])
		expect(words).toContain(part);
	await press(page, 'Exactly what is sent');
	await hears(page, 'Sealed on this device before it leaves');
	expect(await said(page)).toContain(quote);
	await press(page, 'The same as data');
	const data = await page.$eval('details details textarea', (area) => (area as HTMLTextAreaElement).value);
	expect(JSON.parse(data)).toMatchObject({
		kind: 'insults',
		clause: 'ucoc:3.1.insults',
		named: ['Mallory'],
		reporter: { mode: 'anonymous', user: null },
		recipients: [{ name: 'Anna' }, { name: 'Bo' }, { name: 'Recovery 1' }],
	});
	await page.close();
});

test('a name is told only where the person chooses so', async () => {
	const page = await open({ user: 'Reporter', offline: true });
	await choose(page);
	await press(page, 'Your name');
	await press(page, 'As Reporter');
	await hears(page, 'see your name, nobody else');
	await press(page, 'Exactly what is sent');
	expect((await said(page)).match(/Your name\nReporter/)).not.toBeNull();
	await page.close();
});

test('people named besides are told to the keeper as named, as the wiki writes them', async () => {
	const page = await open();
	await choose(page);
	await press(page, 'Add details');
	await page.type('.wh-also input', 'jane_Doe');
	await page.keyboard.press('Enter');
	await hears(page, 'Jane Doe');
	await hears(page, 'Sealed for');
	expect((await callsOf(page, 'recipients')).at(-1)).toMatchObject({
		route: 'conduct',
		named: ['Mallory', 'Jane Doe'],
	});
	await page.close();
});

test('what is typed is there again after the tab was closed, and goes once the report is sent', async () => {
	const page = await open();
	await choose(page, 'Threats');
	await press(page, 'Add details');
	await page.type('textarea', 'Again and again.');
	// A moment for the last letter to be sealed; the panel itself waits for no pause in the typing.
	await sleep(100);
	await load(page, served.address, usual, comment);
	await hears(page, 'is here again');
	await page.waitForSelector('textarea');
	expect(await page.$eval('textarea', (area) => (area as HTMLTextAreaElement).value)).toBe('Again and again.');
	expect(await page.$eval('input[value="threats"]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
	expect(await callsOf(page, 'confirm')).toEqual([]);
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await load(page, served.address, usual, comment);
	await hears(page, 'You reported this on');
	await press(page, 'Report something new here');
	await page.waitForSelector('textarea');
	expect(await page.$eval('textarea', (area) => (area as HTMLTextAreaElement).value)).toBe('');
	await page.close();
});

test('Send pressed twice, quickly, sends once', async () => {
	const page = await open();
	await choose(page);
	await hears(page, 'Sealed for');
	await page.evaluate(() => {
		const button = document.querySelector<HTMLElement>('.wh-bar .cdx-button--weight-primary');
		button?.click();
		button?.click();
		button?.click();
	});
	await hears(page, 'Your report has arrived');
	await sleep(300);
	expect((await reports(page)).length).toBe(1);
	await page.close();
});

test('Send pressed too early says what is missing and brings it into reach', async () => {
	const page = await open({ slow: { recipients: 1500 } });
	await press(page, 'Send');
	await hears(page, 'Please choose what happened.');
	expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name.length)).toBeGreaterThan(0);
	await choose(page);
	await press(page, 'Send');
	await hears(page, 'The people who receive it are not known yet.');
	await hears(page, 'Sealed for');
	expect(await outbox(page)).toEqual([]);
	await page.close();
});

test('with the server out of reach the report is kept, shown as waiting, and sent when it is back', async () => {
	const page = await open({ offline: true });
	await choose(page);
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	const [waiting] = await outbox(page);
	await load(page, served.address, { ...usual, offline: true }, comment);
	await hears(page, 'Your report is sealed and safe on this device');
	await press(page, 'My reports');
	await hears(page, 'Waiting to be sent');
	await load(page, served.address, { ...usual, offline: true }, comment);
	await hears(page, 'Your report is sealed and safe on this device');
	await wish(page, { offline: false });
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await hears(page, 'Your report has arrived');
	expect((await reports(page)).map(({ id }) => id)).toEqual([waiting?.id]);
	await page.close();
});

test('a report refused for good comes back with every word, and no row of it stays', async () => {
	const page = await open({ offline: true });
	await choose(page);
	await press(page, 'Add details');
	await page.type('textarea', 'My words.');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	await page.evaluate(async () => {
		for (const { key, value } of await world.vault.all('outbox')) {
			await world.vault.put('outbox', key, { ...value, problem: 'too-large' });
		}
	});
	await press(page, 'Try now');
	await hears(page, 'larger than the server accepts');
	expect(await page.$eval('textarea', (area) => (area as HTMLTextAreaElement).value)).toBe('My words.');
	expect(await outbox(page)).toEqual([]);
	expect(await reports(page)).toEqual([]);
	await page.close();
});

test.each([
	['config', 'config-missing', 'This wiki has not set up private reports.'],
	['config', 'config-broken', 'have a mistake'],
	['config', 'wiki-not-json', 'an answer that cannot be read'],
] as const)('%s: %s is said, with a way on and nothing lost', async (verb, problem, words) => {
	const page = await open({ problems: { [verb]: problem } });
	await hears(page, words);
	await hears(page, 'stays on this device');
	await wish(page, { problems: {} });
	await press(page, 'Try again');
	await hears(page, 'What happened?');
	await page.close();
});

test('switched off: said, with the other places to turn to', async () => {
	const page = await open({ off: ['report'] });
	await hears(page, 'switched off on this wiki');
	await page.waitForSelector('main a');
	const links = await page.$$eval('main a', (all) => all.map((one) => one.getAttribute('href')));
	expect(links).toEqual([
		'https://wiki.example.org/wiki/Project%3AHelp',
		'https://wiki.example.org/wiki/Project%3ACivility',
	]);
	expect((await callsOf(page, 'switchedOff')).at(-1)).toEqual({ systems: ['report'] });
	await page.close();
});

test.each([
	['wiki-unreachable', 'The wiki cannot be reached'],
	['revision-hidden', 'The wiki hides this revision'],
	['revision-deleted', 'The revision was deleted'],
] as const)('evidence that gives %s is marked, said, and can be reported all the same', async (problem, words) => {
	const page = await open({ problems: { confirm: problem } });
	await hears(page, words);
	await hears(page, 'Not confirmed by the wiki');
	await choose(page);
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await page.close();
});

test('nobody to receive it: said, and the draft stays', async () => {
	const page = await open({ problems: { recipients: 'no-recipients' } });
	await choose(page);
	await hears(page, 'Nobody can receive this kind of report');
	await press(page, 'Send');
	await hears(page, 'not known yet');
	await sleep(400);
	expect((await drafts(page)).map((draft) => draft.kind)).toEqual(['insults']);
	await page.close();
});

test('the panel opens only what fits the contract', async () => {
	const page = await open();
	const answer = await page.evaluate(() => world.open({ system: 'report', target: { type: 'odd' } } as never));
	expect(answer).toMatchObject({ ok: false, problem: 'bad-input' });
	await hears(page, 'What happened?');
	await page.close();
});
