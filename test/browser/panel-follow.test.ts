/** Following reports in Chromium with the real vault and real sealing: list, one report, messages, return code. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMessage } from '../../src/panel/sealing/message.ts';
import { callsOf, focused, hears, press, said, tabTo } from './panel/drive.ts';
import { followed, letter, type Followed } from './panel/followed.ts';
import { personOf, type Person } from './panel/people.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
beforeAll(async () => {
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
});
afterAll(() => served.stop());

const home = { system: 'home' } as const;

/** A device that keeps these reports, with the list open. */
async function device(reports: Followed[], wishes: Wishes = {}): Promise<Page> {
	const all = { ...wishes, followed: reports.map(({ at }) => at) };
	const page = await served.open(all, home);
	await page.evaluate(
		async (rows) => {
			for (const row of rows) await world.vault.put('reports', row.id, row);
		},
		reports.map(({ row }) => row),
	);
	await press(page, 'My reports');
	return page;
}
const openFirst = async (page: Page): Promise<void> => {
	await press(page, 'Open');
	await page.waitForSelector('article .wh-accordions');
};
const write = async (page: Page, text: string): Promise<void> => {
	const field = await page.waitForSelector('::-p-aria([name="Write to the handlers"])');
	await field?.type(text);
};
const atBackend = (page: Page) => page.evaluate(() => world.wishes().followed?.[0]?.thread);
const kept = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('reports')).map(({ value }) => ({ ...value })));
const replies = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('replies')).map(({ value }) => value.text));

test('the list says of each report what it is, where it stands, what comes next and by when, and whether there is an answer', async () => {
	const reports = await Promise.all([
		followed({ lastAnswer: '2026-11-22T07:00:00.000Z' }),
		followed({ state: 'received', due: { step: 'triage', by: '2026-11-20T09:00:00.000Z' } }, { kind: 'hounding' }),
		followed({ state: 'closed', due: null }, { kind: 'hate' }),
	]);
	const page = await device(reports);
	await hears(page, 'Nothing more is to come');
	const words = await said(page);
	for (const part of ['Insults: Mallory', 'In review', 'New answer', 'Next: the handlers decide, by Feb 19, 2027']) {
		expect(words).toContain(part);
	}
	expect(words).toContain('A handler should have looked at it by Nov 20, 2026');
	await page.close();
});

test('with the backend out of reach, what is kept here is shown, and that is said once', async () => {
	const one = await followed();
	const page = await device([one, await followed({}, { at: '2026-11-20T09:00:00.000Z' })], {
		problems: { reportStatus: 'backend-unreachable', thread: 'backend-unreachable' },
	});
	await hears(page, 'What is kept on this device is shown all the same.');
	expect((await said(page)).split('cannot be reached').length).toBe(2);
	await openFirst(page);
	await hears(page, 'Insults: Mallory');
	await press(page, 'Return code');
	await press(page, 'Show the return code');
	await page.waitForFunction((code) => document.querySelector('textarea')?.value === code, {}, one.code);
	await page.close();
});

test('R5 one report: its steps, its own words opened again, the messages, and what was read is marked as read', async () => {
	const one = await followed({ lastAnswer: '2026-11-22T09:00:00.000Z' });
	one.at.thread.messages.push(await letter(one, 'handler', { text: 'Thank you. We are looking into it.' }));
	const page = await device([one]);
	await openFirst(page);
	await hears(page, 'Thank you. We are looking into it.');
	expect(await page.$$eval('.wh-step', (all) => all.map((step) => step.ariaCurrent))).toEqual([
		null,
		null,
		'step',
		null,
		null,
	]);
	await press(page, 'What you sent');
	await hears(page, 'This has been going on for a week.');
	await page.waitForFunction(async () => (await world.vault.all('reports'))[0]?.value.read !== undefined);
	await press(page, 'All my reports');
	await hears(page, 'In review');
	expect(await said(page)).not.toContain('New answer');
	expect(await page.evaluate(() => location.href + document.cookie + JSON.stringify(localStorage))).not.toContain(
		one.row.id,
	);
	await page.close();
});

test('R11 a message that is being written survives the browser, is sent once, and nothing of it stays here', async () => {
	const one = await followed();
	const page = await device([one]);
	await openFirst(page);
	await write(page, 'One more thing.');
	await page.waitForFunction(async () =>
		(await world.vault.all('replies')).some(({ value }) => value.text === 'One more thing.'),
	);
	await load(page, served.address, { followed: [one.at], problems: { sendMessage: 'timed-out' } }, home);
	await press(page, 'My reports');
	await openFirst(page);
	await page.waitForFunction(() => document.querySelector('textarea')?.value === 'One more thing.');
	await press(page, 'Send message');
	await hears(page, 'It is not sent yet. What you wrote is kept on this device');
	await page.evaluate(() => void (world.wishes().problems = {}));
	await press(page, 'Send message');
	await hears(page, 'The message has arrived.');
	await page.waitForFunction(() => document.querySelectorAll('.wh-letter').length === 1);
	const [stored] = (await atBackend(page))?.messages ?? [];
	if (!stored) throw new Error('no message');
	expect(stored).toMatchObject({ from: 'reporter', kind: 'message' });
	expect(await openMessage(stored, one.row.id, one.key)).toMatchObject({ text: 'One more thing.' });
	const ids = (await callsOf(page, 'sendMessage')).map((args) => (args as { message: string }).message);
	expect(new Set(ids).size).toBe(1);
	await page.waitForFunction(async () => (await world.vault.all('replies')).length === 0);
	await page.close();
});

test('R11 a message whose answer was lost is not sent again; what was changed since is kept as another one', async () => {
	const one = await followed();
	for (const [text, outcome] of [
		['', 'The message has arrived.'],
		[' And more.', 'An earlier version of this message has arrived.'],
	] as const) {
		one.at.thread.messages = [];
		const page = await device([one]);
		await openFirst(page);
		await write(page, 'Only once.');
		await page.waitForFunction(async () => (await world.vault.all('replies'))[0]?.value.text === 'Only once.');
		const message = await page.evaluate(async () => (await world.vault.all('replies'))[0]?.value.message);
		const arrived = await letter(one, 'reporter', { id: message ?? '', text: 'Only once.' });
		await page.evaluate((given) => void world.wishes().followed?.[0]?.thread.messages.push(given), arrived);
		if (text) await write(page, text);
		await press(page, 'Send message');
		await hears(page, outcome);
		expect((await atBackend(page))?.messages).toHaveLength(1);
		await page.waitForFunction(
			async (want) => (await world.vault.all('replies')).map(({ value }) => value.text).join() === want,
			{},
			text ? `Only once.${text}` : '',
		);
		await page.close();
	}
});

test('more evidence goes with a message: a link, kept until it is sent', async () => {
	const one = await followed();
	const page = await device([one]);
	await openFirst(page);
	await press(page, 'Add evidence');
	const link = await page.waitForSelector('::-p-aria([name="Link"][role="textbox"])');
	await link?.type('https://wiki.example.org/w/index.php?diff=42');
	await press(page, 'Add link');
	await hears(page, 'wiki.example.org');
	await press(page, 'Send message');
	await hears(page, 'The message has arrived.');
	const [stored] = (await atBackend(page))?.messages ?? [];
	expect(stored?.kind).toBe('evidence');
	expect(stored && (await openMessage(stored, one.row.id, one.key))?.attachments?.[0]?.origin).toBe('link');
	await page.waitForFunction(async () => (await world.vault.all('attachments')).length === 0);
	await page.close();
});

test('taken off this device, only the return code opens it', async () => {
	const page = await device([await followed()]);
	await openFirst(page);
	await press(page, 'Take it off this device');
	await hears(page, 'so note the code first');
	await page.locator('details[open] .cdx-accordion__content > .cdx-button').click();
	await press(page, 'Yes, take it off');
	await hears(page, 'There is nothing here yet.');
	expect(await kept(page)).toEqual([]);
	await page.close();
});

test('withdrawing asks once and says what it does', async () => {
	const page = await device([await followed()]);
	await openFirst(page);
	await press(page, 'Withdraw this report');
	await hears(page, 'What somebody has read already cannot be unread.');
	await page.locator('details[open] .cdx-accordion__content > .cdx-button').click();
	await press(page, 'Cancel');
	expect(await callsOf(page, 'withdraw')).toEqual([]);
	await page.locator('details[open] .cdx-accordion__content > .cdx-button').click();
	await press(page, 'Yes, withdraw it');
	await hears(page, 'You withdrew this report.');
	expect(await said(page)).not.toContain('Write to the handlers');
	await page.close();
});

test('after a decision other handlers can be asked once: who they are is shown, and they get the key', async () => {
	const one = await followed({
		state: 'decided',
		due: { step: 'close', by: '2026-12-20T09:00:00.000Z' },
		appeal: 'open',
		decidedBy: ['fedcba9876543210'],
		badFaith: true,
	});
	one.at.thread.messages.push(
		await letter(one, 'handler', { kind: 'decision', outcome: 'no-violation', text: 'We read it all.' }),
	);
	const page = await device([one], { recipients: [anna] });
	await openFirst(page);
	await hears(page, 'The handlers found that no rule was broken.');
	await hears(page, 'Nobody is blocked.');
	await hears(page, 'It ends by itself on Dec 22, 2026');
	await hears(page, 'Until Dec 20, 2026');
	await press(page, 'Ask other handlers to look again');
	await hears(page, 'Sealed for Anna.');
	const field = await page.waitForSelector('::-p-aria([name="What should they look at?"])');
	await field?.type('The second edit was not looked at.');
	await press(page, 'Ask them');
	await hears(page, 'Other handlers are looking at it again.');
	await hears(page, 'The second edit was not looked at.');
	await hears(page, 'That is possible once.');
	expect((await callsOf(page, 'recipients')).at(-1)).toMatchObject({
		route: 'conduct',
		named: ['Mallory'],
		decidedBy: ['fedcba9876543210'],
	});
	expect(await callsOf(page, 'appeal')).toMatchObject([{ grants: [{ key: anna.id }] }]);
	expect(await replies(page)).toEqual([]);
	await page.close();
});

test('one question after closing', async () => {
	const page = await device([await followed({ state: 'closed', due: null })]);
	await openFirst(page);
	await hears(page, 'Did this help you?');
	await press(page, 'Partly');
	await hears(page, 'Thank you. You answered: Partly.');
	expect(await callsOf(page, 'feedback')).toMatchObject([{ answer: 'partly' }]);
	await page.close();
});

test('R5 a return code opens the report on a device that knows nothing, in any spelling, and it stays only if wanted', async () => {
	const one = await followed();
	one.at.thread.messages.push(await letter(one, 'handler'));
	const page = await served.open({ followed: [one.at], asksConsent: true }, home);
	await press(page, 'I have a return code');
	await press(page, 'Agree and continue');
	const field = await page.waitForSelector('input');
	await field?.type(`${one.code.slice(0, -1)}${one.code.endsWith('A') ? 'B' : 'A'}`);
	await hears(page, 'This code does not fit.');
	await field?.click({ count: 3 });
	await field?.type('7K2');
	await press(page, 'Open the report');
	await hears(page, 'Here are 3 so far.');
	await field?.click({ count: 3 });
	await field?.type(one.code.toLowerCase().replaceAll('-', ' '));
	await press(page, 'Open the report');
	await hears(page, 'We are looking into it.');
	await hears(page, 'This report is not kept on this device');
	await write(page, 'Thank you.');
	await press(page, 'Send message');
	await hears(page, 'The message has arrived.');
	await press(page, 'All my reports');
	await hears(page, 'There is nothing here yet.');
	await page.waitForFunction(async () => (await world.vault.all('reports')).length === 0);
	await press(page, 'I have a return code');
	await (await page.waitForSelector('input'))?.type(one.code);
	await page.keyboard.press('Enter');
	await press(page, 'Keep it on this device');
	await page.waitForFunction(() => !document.body.innerText.includes('not kept on this device'));
	await press(page, 'All my reports');
	await hears(page, 'Insults: Mallory');
	expect(await kept(page)).toMatchObject([{ id: one.row.id, subject: 'Mallory' }]);
	await page.close();
});

test('a code under which nothing is, and one of a withdrawn report, are told calmly', async () => {
	const gone = await followed({ state: 'withdrawn', due: null });
	Object.assign(gone.at.thread, { follow: null, sealed: null });
	const nothing = await followed();
	const page = await served.open({ followed: [gone.at] }, home);
	await press(page, 'I have a return code');
	const field = await page.waitForSelector('input');
	await field?.type(nothing.code);
	await press(page, 'Open the report');
	await hears(page, 'Nothing was found under this code');
	await field?.click({ count: 3 });
	await field?.type(gone.code);
	await press(page, 'Open the report');
	await hears(page, 'You withdrew this report.');
	expect(await kept(page)).toEqual([]);
	await page.close();
});

test('with the keyboard alone: to a report by its code, reading it, answering, back to the list', async () => {
	const one = await followed();
	const page = await served.open({ followed: [one.at] }, home);
	await page.waitForSelector('.wh-entry');
	await tabTo(page, 'I have a return code');
	await page.keyboard.press('Enter');
	await page.waitForSelector('input');
	expect(await focused(page)).toBe('I have a return code');
	await page.keyboard.press('Tab');
	await page.keyboard.type(one.code);
	await page.keyboard.press('Enter');
	await hears(page, 'There are no messages yet.');
	await page.waitForSelector('h1:focus');
	expect(await focused(page)).toBe('Insults: Mallory');
	await page.waitForSelector('textarea');
	await tabTo(page, 'Check for news');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Typed.');
	await tabTo(page, 'Send message');
	await page.keyboard.press('Enter');
	await hears(page, 'The message has arrived.');
	await page.waitForFunction(() => document.querySelector('.wh-letter')?.textContent?.includes('Typed.'));
	expect(await focused(page)).toBe('Send message');
	await tabTo(page, 'Return code');
	await page.keyboard.press('Enter');
	await tabTo(page, 'Show the return code');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe(one.code);
	await page.close();
});
