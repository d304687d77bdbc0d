/** Following a report on a real wiki: by its return code on another device with nothing stored, and on the own one. */
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import follow from '../../../src/i18n/follow/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { Visit, words } from './drive.ts';
import { handlerOf, type Handler } from './handler.ts';

const extension = join(root, 'dist', 'chromium');
let stack: Stack;
let mine: Launched;
beforeAll(async () => {
	stack = await startStack();
	await stack.deployGadget();
});
afterAll(async () => {
	await mine?.stop();
	await stack?.stop();
});

const say = (key: Exclude<keyof typeof follow, '@metadata'>): string => follow[key];
const answer = 'Thank you. Is it the same person as last week?';
const reply = 'Yes, by the way they write of the turnip field.';

async function visit(browser: Launched['browser']): Promise<Visit> {
	const person = await Visit.open(browser, stack);
	await person.goto('Talk:Village pond');
	return person;
}

/** My reports, with the newest one opened. */
async function newest(person: Visit): Promise<Frame> {
	const panel = await person.home();
	await person.pressWords(panel, 'mine-title');
	await person.hit(await panel.waitForSelector('.wh-card:first-child .cdx-button'));
	await person.says(panel, say('follow-messages-none'));
	return panel;
}
const pressText = async (person: Visit, panel: Frame, text: string): Promise<void> =>
	person.hit(await panel.waitForSelector(`::-p-text(${text})`));

async function write(person: Visit, panel: Frame, text: string): Promise<void> {
	await (await panel.waitForSelector(`::-p-aria([name="${say('follow-write')}"])`))?.type(text);
	await person.press(panel, say('follow-write-send'));
	await person.says(panel, say('follow-write-sent'));
}

/** Reports Bo and gives the return code as My reports shows it. */
async function reported(): Promise<string> {
	// A second try begins with a device of its own, too.
	await mine?.stop();
	mine = await launchChromium({ extension });
	const person = await visit(mine.browser);
	await person.pressReport('Bo');
	const form = await person.panel();
	await person.choose(form, 'insults');
	await person.pressWords(form, 'consent-agree');
	await person.send(form);
	await person.says(form, words('sent-words'));
	await person.page.reload();
	const panel = await newest(person);
	await pressText(person, panel, say('follow-code'));
	await person.press(panel, say('follow-code-show'));
	const shown = await panel.waitForSelector('.wh-code textarea');
	return (await shown?.evaluate((one) => (one as HTMLTextAreaElement).value)) ?? '';
}

let code: string;
let mira: Handler;
let id: string;

test('R5 R11 a return code opens the report on another device, signed out, with all storage empty; messages go both ways', async () => {
	code = await reported();
	expect(code).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
	mira = await handlerOf(stack, 'Mira');
	id = (await mira.rows())[0]?.id ?? '';
	await mira.moves(id, 'received', 'in-review');
	await mira.answers(id, answer);
	const other = await launchChromium({ extension });
	try {
		const person = await visit(other.browser);
		const panel = await person.home();
		await person.pressWords(panel, 'code-entry');
		await person.pressWords(panel, 'consent-agree');
		await (await panel.waitForSelector('input'))?.type(code.toLowerCase().replaceAll('-', ''));
		await person.press(panel, say('follow-bycode-open'));
		await person.says(panel, answer);
		await person.says(panel, words('state-in-review'));
		await write(person, panel, reply);
		expect(await mira.reads(id)).toEqual([answer, reply]);
		// Not asked to keep it: nothing is listed, and the page never learned of it.
		await person.press(panel, say('follow-back'));
		await person.says(panel, words('mine-none'));
		const traces = await person.page.evaluate(
			() =>
				document.URL + document.cookie + JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
		);
		for (const trace of [id, code, reply]) expect(traces).not.toContain(trace);
	} finally {
		await other.stop();
	}
});

test('R5 in the gadget too: opened by the code, kept on this device, and there again', async () => {
	const other = await launchChromium();
	try {
		const person = await visit(other.browser);
		await person.openHome();
		await person.agreeInPage();
		const panel = await person.panel();
		await person.pressWords(panel, 'code-entry');
		await (await panel.waitForSelector('input'))?.type(code);
		await person.press(panel, say('follow-bycode-open'));
		await person.says(panel, reply);
		await person.press(panel, say('follow-keep'));
		await panel.waitForFunction((note) => !document.body.innerText.includes(note), {}, say('follow-visit'));
		await person.page.reload();
		const again = await person.home();
		await person.pressWords(again, 'mine-title');
		await person.says(again, words('state-in-review'));
	} finally {
		await other.stop();
	}
});

test('R5 on the own device: an answer is marked until it is read; decided, asked once for a second look, which others get', async () => {
	const person = await visit(mine.browser);
	const panel = await person.home();
	await person.pressWords(panel, 'mine-title');
	await person.says(panel, say('follow-unread'));
	await mira.moves(id, 'in-review', 'decided', 'The account was warned.');
	await person.hit(await panel.waitForSelector('.wh-card:first-child .cdx-button'));
	await person.says(panel, 'The account was warned.');
	await person.says(panel, say('follow-outcome-violation'));
	await pressText(person, panel, say('follow-appeal'));
	const field = await panel.waitForSelector(`::-p-aria([name="${say('follow-appeal-label')}"])`);
	await field?.type('The other edits were not looked at.');
	await person.press(panel, say('follow-appeal-send'));
	await person.says(panel, say('follow-appeal-used'));
	const second = await handlerOf(stack, 'Tomás');
	const row = (await second.rows()).find((one) => one.id === id);
	expect(row).toMatchObject({ state: 'in-review', appealed: true });
	expect(await second.reads(id)).toContain('The other edits were not looked at.');
	await person.press(panel, say('follow-back'));
	await person.says(panel, words('state-in-review'));
	expect(await panel.evaluate(() => document.body.innerText)).not.toContain(say('follow-unread'));
});

test('withdrawn: the handlers can no longer open it, and its reporter is told so', async () => {
	const person = await visit(mine.browser);
	const form = await person.report('Emeka');
	await person.choose(form, 'trolling');
	await person.send(form);
	await person.says(form, words('sent-words'));
	await person.page.reload();
	const panel = await newest(person);
	const before = (await mira.rows()).length;
	await pressText(person, panel, say('follow-withdraw'));
	await person.hit(await panel.waitForSelector('details[open] .cdx-accordion__content > .cdx-button'));
	await person.press(panel, say('follow-withdraw-yes'));
	await person.says(panel, say('follow-withdrawn'));
	expect((await mira.rows()).length).toBe(before - 1);
});
