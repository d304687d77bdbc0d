/** Both sides of a report on a real wiki: two reports of one thing, a confirmed name, answers, a decision, a second look. */
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import cases from '../../../src/i18n/case/en.json' with { type: 'json' };
import decide from '../../../src/i18n/decide/en.json' with { type: 'json' };
import follow from '../../../src/i18n/follow/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';
import { reportIds } from './store.ts';

const extension = join(root, 'dist', 'chromium');
const answer = 'Thank you. Is it the same person as last week?';
const reply = 'Yes, by the way they write of the turnip field.';
const decision = 'The account was warned.';
let stack: Stack;
let mine: Launched;
let theirs: Launched;
beforeAll(async () => {
	stack = await startStack();
	[mine, theirs] = await Promise.all([launchChromium({ extension }), launchChromium({ extension })]);
});
afterAll(async () => {
	await mine?.stop();
	await theirs?.stop();
	await stack?.stop();
});

async function visit({ browser }: Launched): Promise<Visit> {
	const person = await Visit.open(browser, stack);
	await person.goto('Talk:Village pond');
	return person;
}
const pressText = async (person: Visit, panel: Frame, text: string): Promise<void> =>
	person.hit(await panel.waitForSelector(`::-p-text(${text})`));
async function type(panel: Frame, label: string, text: string): Promise<void> {
	await (await panel.waitForSelector(`::-p-aria([name="${label}"])`))?.type(text);
}
async function myReport(person: Visit): Promise<Frame> {
	const panel = await person.home();
	await person.pressWords(panel, 'mine-title');
	await person.hit(await panel.waitForSelector('.wh-card:first-child .cdx-button'));
	return panel;
}
/** The handler's queue with its first case opened. */
async function firstCase(person: Visit): Promise<Frame> {
	const panel = await person.home();
	await person.pressWords(panel, 'case-title');
	await person.hit(await panel.waitForSelector('.wh-row'));
	await panel.waitForSelector('#wh-steps');
	return panel;
}
let first = '';
/** Among the reports of the case, the one with a name. */
const chooseNamed = async (person: Visit, panel: Frame): Promise<void> =>
	person.hit(await panel.waitForSelector(`.wh-chip:has(input[value="${first}"])`));

async function inBackground({ browser }: Launched, code: string): Promise<unknown> {
	const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
	return (await target.worker())?.evaluate(code);
}
/** As the window behind the icon does it; without a screen nobody can answer what the browser asks about notices. */
const switchOnNotices = (of: Launched) => inBackground(of, 'chrome.storage.local.set({ duty: true })');
const numberOnIcon = (of: Launched) => inBackground(of, 'chrome.action.getBadgeText({})');

test('one is sent under a confirmed name, another of the same comment without one', async () => {
	await logIn(mine.browser, stack, 'Chen');
	const person = await visit(mine);
	const home = await person.home();
	await signIn(person, home, 'Chen', true);
	await person.page.reload();
	const form = await person.report('Bo');
	await person.choose(form, 'insults');
	await person.pressText(form, 'mode-title');
	await person.hit(await form.waitForSelector('.wh-chip:has(input[value="named"])'));
	await person.send(form);
	await person.says(form, words('sent-words'));
	[first = ''] = reportIds(stack);
	const other = await visit(theirs);
	const blank = await other.report('Bo');
	await other.choose(blank, 'hounding');
	await other.pressWords(blank, 'consent-agree');
	await other.send(blank);
	await other.says(blank, words('sent-words'));
	expect(reportIds(stack).length).toBe(2);
});

test('R12 a handler finds one case with both reports, the name confirmed, answers, and tells of it by the wiki', async () => {
	await logIn(theirs.browser, stack, 'Mira');
	const person = await visit(theirs);
	const home = await person.home();
	await signIn(person, home, 'Mira', false);
	await openQueue(person, home, stack.secrets.get('Mira') ?? '');
	await person.says(home, '2 reports');
	expect((await home.$$('.wh-row')).length).toBe(1);
	await switchOnNotices(theirs);
	await expect.poll(() => numberOnIcon(theirs), { timeout: 60_000 }).toBe('2');
	await person.hit(await home.$('.wh-row'));
	await chooseNamed(person, home);
	await person.says(home, 'Chen, as the report says.');
	await person.says(home, cases['who-confirmed']);
	await person.press(home, cases['steps-to-in-review']);
	await person.says(home, words('state-in-review'));
	await type(home, cases['talk-write'], answer);
	await person.press(home, cases['talk-send']);
	await person.says(home, cases['talk-arrived']);
	await pressText(person, home, cases['notice-title']);
	await person.press(home, cases['notice-send']);
	await person.says(home, cases['notice-sent']);
	const mail = (await stack.wiki.mails()).at(-1);
	expect(JSON.stringify(mail?.to)).toContain('Chen');
	expect(mail?.body).toContain(cases['notice-subject']);
	for (const trace of [first, 'Bo', answer, 'insult']) expect(mail?.body).not.toContain(trace);
});

test('its reporter reads the answer and writes back; the handler reads that and decides with words', async () => {
	const person = await visit(mine);
	const panel = await myReport(person);
	await person.says(panel, answer);
	await type(panel, follow['follow-write'], reply);
	await person.press(panel, follow['follow-write-send']);
	await person.says(panel, follow['follow-write-sent']);
	const handler = await visit(theirs);
	const desk = await handler.home();
	await handler.pressWords(desk, 'case-title');
	await handler.says(desk, cases['queue-unanswered']);
	await handler.hit(await desk.$('.wh-row'));
	await chooseNamed(handler, desk);
	await handler.says(desk, reply);
	await pressText(handler, desk, cases['outcome-violation']);
	await handler.press(desk, decide['severity-minor']);
	await type(desk, decide['decide-why'], 'The words stand there.');
	const begun = await desk.waitForSelector(`::-p-aria([name="${cases['decide-words']}"])`);
	// Begun for them: what is typed follows.
	await desk.waitForFunction((one) => (one as HTMLTextAreaElement).value.startsWith('Thank you'), {}, begun);
	await begun?.type(decision);
	await handler.press(desk, cases['decide-send']);
	await handler.says(desk, decision);
	await handler.says(desk, words('state-decided'));
});

test('asked to look again, who decided cannot decide a second time', async () => {
	const person = await visit(mine);
	const panel = await myReport(person);
	await person.says(panel, decision);
	await pressText(person, panel, follow['follow-appeal']);
	await type(panel, follow['follow-appeal-label'], 'The other edits were not looked at.');
	await person.press(panel, follow['follow-appeal-send']);
	await person.says(panel, follow['follow-appeal-used']);
	const handler = await visit(theirs);
	const desk = await firstCase(handler);
	await chooseNamed(handler, desk);
	await handler.says(desk, cases['steps-decided-by-me']);
	expect(await desk.evaluate(() => document.body.innerText)).not.toContain(cases['decide-send']);
});
