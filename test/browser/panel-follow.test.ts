/** Following reports in Chromium with the real vault and real sealing: the list, one report, its messages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMessage } from '../../src/panel/sealing/message.ts';
import { callsOf, hears, press, said } from './panel/drive.ts';
import { followed, letter } from './panel/followed.ts';
import { atBackend, device, home, openFirst, write } from './panel/following.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { World } from './panel/world.ts';

declare const world: World;

let served: Served;
beforeAll(async () => {
	served = await servePanel();
});
afterAll(() => served.stop());

test('the list says of each report what it is, where it stands, what comes next and by when, and whether there is an answer', async () => {
	const reports = await Promise.all([
		followed({ lastAnswer: '2026-11-22T07:00:00.000Z' }),
		followed({ state: 'received', due: { step: 'triage', by: '2026-11-20T09:00:00.000Z' } }, { kind: 'hounding' }),
		followed({ state: 'closed', due: null }, { kind: 'hate' }),
	]);
	const page = await device(served, reports);
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
	const page = await device(served, [one, await followed({}, { at: '2026-11-20T09:00:00.000Z' })], {
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
	const one = await followed(
		{ lastAnswer: '2026-11-22T09:00:00.000Z' },
		{ wishes: ['advice'], contact: 'me@example.org', excluded: ['Trent'] },
	);
	one.at.thread.messages.push(await letter(one, 'handler', { text: 'Thank you. We are looking into it.' }));
	const page = await device(served, [one]);
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
	for (const part of ['Advice', 'me@example.org', 'Trent']) await hears(page, part);
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
	const page = await device(served, [one]);
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
		const page = await device(served, [one]);
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
	const page = await device(served, [one]);
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
