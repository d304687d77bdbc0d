/** What a reporter can do with a report: withdraw, appeal, answer, take it off a device, and open it by its return code. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, focused, hears, press, reports, said, tabTo } from './panel/drive.ts';
import { followed, letter } from './panel/followed.ts';
import { device, home, openFirst, replies, write } from './panel/following.ts';
import { personOf, type Person } from './panel/people.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
beforeAll(async () => {
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
});
afterAll(() => served.stop());

test('taken off this device, only the return code opens it', async () => {
	const page = await device(served, [await followed()]);
	await openFirst(page);
	await press(page, 'Take it off this device');
	await hears(page, 'so note the code first');
	await page.locator('details[open] .cdx-accordion__content > .cdx-button').click();
	await press(page, 'Yes, take it off');
	await hears(page, 'There is nothing here yet.');
	expect(await reports(page)).toEqual([]);
	await page.close();
});

test('withdrawing asks once and says what it does', async () => {
	const page = await device(served, [await followed()]);
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
	const page = await device(served, [one], { recipients: [anna] });
	await openFirst(page);
	await hears(page, 'The handlers found that no rule was broken.');
	await hears(page, 'Nobody is blocked.');
	await hears(page, 'It ends by itself on Dec 22, 2026');
	await hears(page, 'Until Dec 20, 2026');
	await press(page, 'Ask other handlers to look again');
	await page.waitForSelector('.wh-team');
	await hears(page, 'Anna');
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
	const page = await device(served, [await followed({ state: 'closed', due: null })]);
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
	expect(await reports(page)).toMatchObject([{ id: one.row.id, subject: 'Mallory' }]);
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
	expect(await reports(page)).toEqual([]);
	await page.close();
});

test('R15 with the keyboard alone: to a report by its code, reading it, answering, back to the list', async () => {
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
