/** A handler at a case, in Chromium: messages, steps, a decision, reports of one thing, good and bad faith. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventHash } from '../../src/contract/case-event.ts';
import type { WriteEvent } from '../../src/contract/case-log.ts';
import type { MessageBody, StoredMessage } from '../../src/contract/follow.ts';
import type { SealedCase } from '../../src/contract/case.ts';
import { openDesk } from '../../src/panel/sealing/desk.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { eventOfBo, field, letterIn, saysTo, secretFor } from './panel/at-case.ts';
import { attester, type Attester } from './panel/attest.ts';
import { callsOf, hears, press, said, wish } from './panel/drive.ts';
import { personOf, type Person } from './panel/people.ts';
import { caseFor, evidenceOf } from './panel/reports.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;
type Write = Pick<WriteEvent, 'event' | 'message'>;

let served: Served;
let me: Person;
let backend: Attester;
const home = { system: 'home' } as const;
const handler: Wishes = { roles: ['handler'], signedIn: true, user: 'Handler One' };
const at = '2026-11-21T09:00:00.000Z';
const A = 'A'.repeat(22);
const B = 'B'.repeat(22);

beforeAll(async () => {
	served = await servePanel();
	me = await personOf('Handler One', 'Administrators');
	backend = await attester();
});
afterAll(() => served.stop());

async function atQueue(wishes: Wishes): Promise<Page> {
	const page = await served.open({ ...handler, ...wishes }, home);
	await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
	await press(page, 'Reports to handle');
	await page.waitForSelector('.wh-row');
	return page;
}
/** Opens a case and waits until all of it is there, so that nothing moves under a click. */
async function openCase(page: Page): Promise<void> {
	await page.click('.wh-row');
	await page.waitForSelector('#wh-steps');
	await field(page, 'Write to the person who reports');
}
const secretOf = (sealed: SealedCase): Promise<string> => secretFor(me, sealed);
const letter = (sealed: SealedCase, part: Partial<MessageBody>): Promise<StoredMessage> =>
	letterIn(me, sealed, at, part);
/** What a message that was handed to the backend says. */
const sent = (sealed: SealedCase, stored: { id: string; sealed: string }, kind: StoredMessage['kind']) =>
	saysTo(me, sealed, { ...stored, at, from: 'handler', kind });
const fromBo = (row: SealedCase, level: 'severe') => eventOfBo(row, at, level);

test('messages are read and answered; what is half written is there again; a report is reviewed and decided with words', async () => {
	const one = await caseFor(A, 'insults', [me], at);
	const wishes: Wishes = {
		cases: [{ ...one, due: { step: 'triage', by: '2026-11-20T00:00:00.000Z' }, unanswered: at }],
		letters: { [A]: [await letter(one, { text: 'It happened again.' })] },
		// Whose keys the reasons for handlers are sealed to.
		colleagues: [{ ...me, sign: (await handlerKeysOf(me.secret)).public.sign }],
	};
	const page = await atQueue(wishes);
	expect(await page.$eval('.wh-row', (row) => row.textContent)).toMatch(/Overdue.*New message/s);
	await openCase(page);
	await hears(page, 'It happened again.');
	await hears(page, 'It should have been looked at by');
	await (await field(page, 'Write to the person who reports')).type('Thank you, we are');
	await page.waitForFunction(async () =>
		(await world.vault.all('replies')).some(({ value }) => value.text.endsWith('are')),
	);
	await load(page, served.address, { ...handler, ...wishes }, home);
	await press(page, 'Reports to handle');
	await page.waitForSelector('.wh-row');
	await openCase(page);
	await (await field(page, 'Write to the person who reports')).type(' looking into it.');
	await press(page, 'Send the message');
	await hears(page, 'It has arrived.');
	const [answer] = (await callsOf(page, 'writeEvent')) as Write[];
	const told = answer?.message && (await sent(one, answer.message, 'message'));
	expect(told).toMatchObject({ text: 'Thank you, we are looking into it.', kind: 'message' });
	await page.waitForFunction(async () => (await world.vault.all('replies')).length === 0);

	await press(page, 'Begin the review');
	await hears(page, 'In review since');
	await press(page, 'Decide and tell them');
	await hears(page, 'Something is still missing:');
	await press(page, 'A rule was broken');
	await press(page, 'serious');
	await (await field(page, 'Why, for handlers')).type('The words stand there.');
	const words = await field(page, 'Words to the person who reports');
	// Begun for them: what is typed follows.
	await page.waitForFunction((one) => (one as HTMLTextAreaElement).value.startsWith('Thank you'), {}, words);
	await words.type('The account was warned.');
	await press(page, 'Decide and tell them');
	await hears(page, 'Decided since');
	expect(await said(page)).toContain('The account was warned.');
	const moves = ((await callsOf(page, 'writeEvent')) as Write[]).filter(({ event }) => event.kind === 'step');
	// Signed anew behind the handlers' own key, which is made for the reasons.
	const last = moves.at(-1);
	expect([moves[0]?.event.data, last?.event.data]).toMatchObject([{ to: 'in-review' }, { to: 'decided' }]);
	expect(last?.event.sealedHash).toMatch(/^[0-9a-f]{64}$/);
	const decided = last?.message && (await sent(one, last.message, 'decision'));
	expect(decided).toMatchObject({ outcome: 'violation' });
	for (const part of ['The account was warned.', 'section 3.1']) expect(decided?.text).toContain(part);
	expect(decided?.text).not.toContain('The words stand there.');
	await press(page, 'Back to the reports');
	await page.waitForFunction(() => document.querySelector('.wh-row')?.textContent?.includes('Decided'));
	await page.close();
});

test('H9: a note is for handlers alone; who looks and works on it is said; the history says what is not signed as it should be', async () => {
	const one = await caseFor(A, 'insults', [me], at);
	const { sign } = (await handlerKeysOf(me.secret)).public;
	const early = await fromBo(one, 'severe');
	const { by } = early.event;
	// Bo's name is known, and another signing key: what Bo seems to have written is not genuine.
	const bo = { name: 'Bo', team: 'Administrators', id: by, age: me.age, sign };
	const page = await atQueue({
		cases: [{ ...one, version: 1, head: await eventHash(early.event), severity: 'severe' }],
		events: { [A]: [early] },
		colleagues: [{ ...me, sign }, bo],
		present: [me.id, by],
	});
	await openCase(page);
	await hears(page, 'Also looking at this now: Bo.');
	await press(page, 'Work on it');
	await hears(page, 'You work on it.');
	await (await field(page, 'Write a note')).type('See last week.');
	await press(page, 'Keep the note');
	await hears(page, 'The note is kept.');
	await hears(page, 'See last week.');
	const writes = (await callsOf(page, 'writeEvent')) as (Write & { sealed?: string })[];
	expect(writes.map(({ event }) => event.kind).filter((kind) => kind !== 'note')).toEqual(['claim', 'desk']);
	const note = writes.at(-1);
	expect(note?.event.kind).toBe('note');
	// The key of the report, which its reporter holds, does not open it.
	expect(await openDesk(note?.sealed ?? '', A, await secretOf(one))).toBe(null);
	await press(page, 'History');
	await hears(page, 'severity: severe');
	await hears(page, 'The signature could not be confirmed');
	await press(page, 'Give it back');
	await hears(page, 'Nobody works on it now.');
	await page.close();
});

test('H3: what came in between is shown before a step is taken, and then it is the handler’s choice', async () => {
	const one = await caseFor(A, 'insults', [me], at);
	const between = await fromBo(one, 'severe');
	// It is not heard of before the step is tried.
	const page = await atQueue({ cases: [one], slow: { watchCase: 600_000 } });
	await openCase(page);
	const end = { version: 1, head: await eventHash(between.event), severity: 'severe' } as const;
	await page.evaluate(
		(id, event, row) => {
			const { cases = [], events = {} } = world.wishes();
			(events[id] ??= []).push(event);
			Object.assign(world.wishes(), { events });
			for (const found of cases) Object.assign(found, row);
		},
		A,
		between,
		end,
	);
	await press(page, 'Begin the review');
	await hears(page, 'Something came in between');
	await hears(page, 'severity: severe');
	expect(await said(page)).not.toContain('In review since');
	await press(page, 'Go on with mine');
	await hears(page, 'In review since');
	expect(await said(page)).not.toContain('Something came in between');
	await page.close();
});

test('who decided before does not decide the appeal, and a step that somebody else took first is said', async () => {
	const one = { ...(await caseFor(A, 'insults', [me], at)), state: 'in-review', appealed: true } as const;
	const page = await atQueue({ cases: [one], threads: { [A]: { decidedByMe: true } } });
	expect(await page.$eval('.wh-row', (row) => row.textContent)).toContain('Second look');
	await openCase(page);
	await hears(page, 'You decided this before, so another handler decides now.');
	expect(await said(page)).not.toContain('Decide and tell them');
	await page.close();
	const two = await caseFor(B, 'insults', [me], at);
	const other = await atQueue({ cases: [two], conflict: true });
	await openCase(other);
	await press(other, 'Begin the review');
	await hears(other, 'Somebody else took a step meanwhile.');
	await other.close();
});

test('R12 reports of the same thing are one case with each report in it; two who reported each other are linked both ways', async () => {
	const named = (user: string) => ({ reporter: { mode: 'named', user } as const });
	const cases = [
		await caseFor(B, 'insults', [me], '2026-11-20T09:00:00.000Z', { ...named('Chen'), details: 'First words.' }),
		await caseFor(A, 'hounding', [me], at, { details: 'Second words.' }),
		await caseFor('C'.repeat(22), 'trolling', [me], at, { ...named('Mallory'), evidence: evidenceOf('c-x', 'Chen') }),
	];
	const page = await atQueue({ cases });
	await hears(page, '2 cases (3 reports), what is due first on top.');
	await openCase(page);
	await hears(page, '2 reports of the same thing');
	const chips = await page.$$eval('article > .wh-chips .wh-chip', (all) =>
		all.map((one) => (one as HTMLElement).innerText.split('\n')[0]),
	);
	expect(chips.map((chip) => chip?.replace(/[\u2066-\u2069]/g, ''))).toEqual(['Report AAAAAA', 'Report BBBBBB']);
	await press(page, 'Report AAAAAA');
	await hears(page, 'Second words.');
	await press(page, 'Report BBBBBB');
	await hears(page, 'First words.');
	await hears(page, 'There is also a report by Mallory about Chen.');
	await press(page, 'Open it (Trolling)');
	await hears(page, 'There is also a report by Chen about Mallory.');
	await page.close();
});

test('sixty reports of one thing are one case, which they do not raise', async () => {
	const ids = Array.from({ length: 60 }, (_, n) => String(n).padStart(22, 'S'));
	const sooner = { step: 'triage', by: '2026-11-28T00:00:00.000Z' } as const;
	const later = { step: 'triage', by: '2026-11-29T00:00:00.000Z' } as const;
	const alone = { ...(await caseFor(A, 'trolling', [me], at, { evidence: evidenceOf('c-x') })), due: sooner };
	const many = await Promise.all(ids.map(async (id) => ({ ...(await caseFor(id, 'insults', [me], at)), due: later })));
	const page = await atQueue({ cases: [...many, alone] });
	await hears(page, '2 cases (61 reports), what is due first on top.');
	const rows = await page.$$eval('.wh-row', (all) => all.map((one) => one.textContent));
	expect(rows[0]).toContain('Trolling');
	expect(rows[1]).toContain('60 reports');
	await page.close();
});

test('R6 a named reporter is confirmed by the backend’s signed word alone; told by the wiki in words that name nothing', async () => {
	const reporter = { mode: 'named', user: 'Chen', attested: await backend.attest(A, 'Chen') } as const;
	const cases = [
		await caseFor(A, 'insults', [me], at, {
			reporter,
			wishes: ['advice'],
			contact: 'by the post office',
			language: 'de',
		}),
	];
	const page = await atQueue({ cases, receiptKeys: [backend.listed] });
	await openCase(page);
	await hears(page, 'Confirmed by their sign-in');
	for (const words of ['Chen, as the report says.', 'by the post office', 'advice']) await hears(page, words);
	await press(page, 'Tell them by the wiki’s e-mail that there is news');
	await press(page, 'Send this e-mail');
	await hears(page, 'The wiki has sent it.');
	const [mail] = (await callsOf(page, 'wikiEmail')) as { user: string; subject: string; text: string }[];
	expect(mail?.user).toBe('Chen');
	expect(`${mail?.subject}${mail?.text}`).toContain('Wikihaven');
	expect(`${mail?.subject}${mail?.text}`).not.toMatch(/report|Mallory|Chen|Handler|Rivers|insult|harass|Meldung/i);
	await page.close();
	const forged = { ...reporter, user: 'Dina' };
	const other = await atQueue({
		cases: [await caseFor(A, 'insults', [me], at, { reporter: forged })],
		receiptKeys: [backend.listed],
		problems: { wikiEmail: 'wiki-error' },
	});
	await openCase(other);
	await hears(other, 'Not confirmed');
	expect(await said(other)).not.toContain('Sent in bad faith?');
	await press(other, 'Tell them by the wiki’s e-mail that there is news');
	await press(other, 'Send this e-mail');
	await hears(other, 'The wiki did not send it.');
	await other.close();
});

test('bad faith takes a tick and two handlers, its reporter is told, and a third takes it back', async () => {
	const reporter = { mode: 'named', user: 'Chen', attested: await backend.attest(A, 'Chen') } as const;
	const cases = [await caseFor(A, 'insults', [me], at, { reporter })];
	const faith = (findings: number, mine: boolean) => ({ threads: { [A]: { badFaith: { findings, mine } } } });
	const page = await atQueue({ cases, receiptKeys: [backend.listed], ...faith(1, false) });
	await openCase(page);
	await press(page, 'Sent in bad faith?');
	await hears(page, 'A report where no rule was broken is not bad faith');
	await hears(page, 'One handler has said so.');
	await press(page, 'It was sent in bad faith');
	await hears(page, 'Please read this and tick the box first.');
	expect(await callsOf(page, 'findBadFaith')).toEqual([]);
	await press(page, 'I do not conclude this only from there being no violation');
	await press(page, 'It was sent in bad faith');
	await hears(page, '2 handlers have said so.');
	await hears(page, 'Only a handler who did not can take it back.');
	expect(await callsOf(page, 'findBadFaith')).toMatchObject([{ id: A, ...reporter.attested }]);
	const letterField = await field(page, 'Write to the person who reports');
	expect(await letterField.evaluate((area) => (area as HTMLTextAreaElement).value)).toContain('not sent in good faith');
	await wish(page, faith(2, false));
	await press(page, 'Back to the reports');
	await openCase(page);
	await press(page, 'Sent in bad faith?');
	await press(page, 'Take it back');
	await page.waitForFunction(() => world.calls.some(({ verb }) => verb === 'liftBadFaith'));
	expect(await callsOf(page, 'liftBadFaith')).toMatchObject([{ id: A, user: 'Chen' }]);
	await page.close();
});
