/** An emergency in the panel: what is said first, what is kept, what is offered, and that each way sends once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, hears, press, said, sendTo, sleep, tap } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { comment, personOf, quote } from './panel/people.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { Wishes } from './panel/world.ts';

const danger = 'Are you or someone else in danger right now?';
const typed = 'He waits in front of my house.';
const ways = { email: 'help@wiki.example', wikiEmail: { user: 'Mira', possible: true }, incident: true };
let served: Served;
let usual: Wishes;
/** The same with the server out of reach. */
let down: Wishes;
beforeAll(async () => {
	served = await servePanel();
	down = { user: 'Reporter', recipients: [await personOf('Anna', 'Administrators')], ways };
	usual = { ...down, clockAheadMs: 0 };
});
afterAll(() => served.stop());

const open = async (wishes: Wishes = usual): Promise<Page> => {
	const page = await served.open(wishes, comment);
	await press(page, danger);
	await hears(page, 'Call the local emergency number first');
	return page;
};

test('local help first, then who is in danger; it goes to the emergency route and says so', async () => {
	const page = await open();
	expect((await said(page)).indexOf('112')).toBeLessThan((await said(page)).indexOf('Who is in danger?'));
	await press(page, 'Somebody may harm themselves');
	await hears(page, 'Sealed for');
	expect((await callsOf(page, 'recipients')).at(-1)).toMatchObject({ route: 'threat' });
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await hears(page, 'Your return code');
	await page.close();
});

test('from the overview, about the page as a whole', async () => {
	const page = await served.open(usual, { system: 'home' });
	await press(page, danger);
	await press(page, 'Many people');
	await hears(page, 'Sealed for');
	await page.close();
});

test('what was typed and chosen is there again after the browser was killed, here and in the ordinary form', async () => {
	const page = await open();
	await press(page, 'Many people');
	await page.type('textarea', typed);
	// A moment for the last letter to be sealed; the panel itself waits for no pause in the typing.
	await sleep(100);
	await load(page, served.address, usual, comment);
	await hears(page, 'is here again');
	await press(page, danger);
	await page.waitForSelector('textarea');
	expect(await page.$eval('textarea', (area) => (area as HTMLTextAreaElement).value)).toBe(typed);
	expect(await page.$eval('input[value="many"]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
	await page.close();
});

test('R13 with no server the ways are there at once: each sends once, the empty mail stays empty', async () => {
	const page = await open(down);
	await hears(page, 'The server for reports cannot be reached');
	await press(page, 'Me');
	await page.type('textarea', typed);
	await hears(page, 'These ways are not sealed');
	await page.waitForSelector('a[href^="mailto:"]');
	expect(await page.$eval('a[href^="mailto:"]', (link) => link.getAttribute('href'))).toBe(`mailto:${ways.email}`);
	const copy = await page.$eval('[aria-label="Text to copy"]', (area) => (area as HTMLTextAreaElement).value);
	for (const part of ['Who is in danger? Me', typed, quote, 'Mallory']) expect(copy).toContain(part);
	await press(page, 'Send as e-mail to Mira');
	await hears(page, 'If you have not called');
	await press(page, "Send to the wiki's own emergency form");
	await page.waitForFunction(() => document.querySelectorAll('.cdx-message--success').length === 2);
	expect(await callsOf(page, 'wikiEmail')).toMatchObject([{ user: 'Mira', subject: 'Emergency', text: copy }]);
	expect(await callsOf(page, 'handOff')).toMatchObject([
		{ incident: { reportedUser: 'Mallory', physicalHarmType: 'threats-physical-harm', details: typed } },
	]);
	await page.close();
});

test('a report that waits is said not to have arrived, with the ways beside it', async () => {
	const page = await open({ ...usual, offline: true });
	await press(page, 'Me');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'It has not arrived anywhere yet');
	await hears(page, 'Send as e-mail to Mira');
	await page.close();
});

test('without any configuration: the pages of the wiki, and the text to copy', async () => {
	const page = await open({ ...usual, problems: { config: 'config-missing' }, ways: {} });
	await hears(page, 'The server for reports cannot be reached');
	await hears(page, 'Civility');
	expect(await page.$('[aria-label="Text to copy"]')).not.toBeNull();
	await page.close();
});

test('what the form may hold besides is kept too, sealed with it, and shown before', async () => {
	const page = await served.open({ ...usual, offline: true }, comment);
	await press(page, 'Insults');
	await press(page, 'What you would like');
	await press(page, 'Advice');
	const fields = await page.$$('.wh-also input');
	await fields[1]?.type('peggy');
	await page.keyboard.press('Enter');
	await hears(page, 'Peggy');
	await page.type('.wh-also + .cdx-field input', 'me@example.org');
	await press(page, 'Your name');
	await press(page, 'As Reporter');
	await hears(page, 'your name is marked as not confirmed');
	await sleep(100);
	await load(page, served.address, { ...usual, offline: true }, comment);
	await hears(page, 'Sealed for');
	expect((await callsOf(page, 'recipients')).at(-1)).toMatchObject({ named: ['Mallory'], excluded: ['Peggy'] });
	await press(page, 'Exactly what is sent');
	await press(page, 'The same as data');
	const data = await page.$eval('details details textarea', (area) => (area as HTMLTextAreaElement).value);
	expect(JSON.parse(data)).toMatchObject({
		excluded: ['Peggy'],
		wishes: ['advice'],
		contact: 'me@example.org',
		reporter: { mode: 'named', user: 'Reporter' },
	});
	await page.close();
});

test('a team that is passed over is named before it is sent; a name needs two custodians', async () => {
	const [cora, cem] = [await personOf('Cora', 'staff:custodian'), await personOf('Cem', 'staff:custodian')];
	const wishes = { ...usual, passedOver: [{ team: 'Administrators', eligible: 1 }], custodians: [cora, cem] };
	const page = await served.open(wishes, comment);
	await press(page, 'Insults');
	await hears(page, 'Administrators: fewer than two people there can see this report');
	await press(page, 'Your name');
	await press(page, 'With your name sealed apart');
	await hears(page, 'sealed to Cora and Cem');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await page.close();
});

const surroundings: [string, Wishes, { width: number; height: number }][] = [
	['docked', {}, { width: 420, height: 860 }],
	['in German on a narrow phone', { facts: { language: 'de', user: 'Reporter' } }, { width: 320, height: 640 }],
	['right to left at night', { facts: { dir: 'rtl', language: 'ar', theme: 'night' } }, { width: 320, height: 640 }],
];
test.each(surroundings)(
	'R15 the emergency, what is sent and the earlier report look right %s',
	async (_, wishes, size) => {
		const all = { ...down, ...wishes };
		const page = await served.open(all, comment, size);
		await tap(page, '.cdx-button--action-destructive');
		await page.waitForSelector('a[href^="mailto:"]');
		await tap(page, '.wh-chip__input');
		await page.waitForSelector('.wh-chip__input:checked');
		await check(page);
		await load(page, served.address, { ...all, clockAheadMs: 0 }, comment);
		await page.waitForSelector('.wh-team');
		await sendTo(page, 'Anna');
		await page.waitForSelector('#wh-code');
		await check(page);
		await load(page, served.address, all, comment);
		await page.waitForSelector('.wh-actions');
		await check(page);
		await page.close();
	},
);
