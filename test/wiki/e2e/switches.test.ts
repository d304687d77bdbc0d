/** Switches on the configuration page: each acts within a minute on extension, gadget and backend, and comes back. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { Visit, words } from './drive.ts';
import { reportIds } from './store.ts';

let stack: Stack;
const launched: Launched[] = [];
beforeAll(async () => {
	stack = await startStack();
	await stack.deployGadget();
});
afterAll(async () => {
	await Promise.all(launched.map((one) => one.stop()));
	await stack?.stop();
});

const buttons = '.wikihaven-report';
const typed = 'It goes on and on.';

/** Somebody with a report ready to be sent, and words in it. */
async function ready(extension?: string): Promise<{ person: Visit; panel: Frame }> {
	const browser = await launchChromium(extension === undefined ? {} : { extension });
	launched.push(browser);
	const person = await Visit.open(browser.browser, stack);
	await person.goto('Talk:Village pond');
	await person.pressReport('Bo');
	if (extension === undefined) await person.agreeInPage();
	const panel = await person.panel();
	await person.choose(panel, 'insults');
	if (extension !== undefined) await person.pressWords(panel, 'consent-agree');
	await person.pressText(panel, 'details-title');
	await panel.type('textarea', typed);
	await person.isReady(panel);
	return { person, panel };
}

/** Has the next page note on <html> what becomes of the link to the start view, however soon it goes. */
async function noteTheLink({ page }: Visit): Promise<void> {
	await page.evaluateOnNewDocument(() => {
		const note = (): void => {
			const { dataset } = document.documentElement;
			if (document.querySelector('#t-wikihaven')) dataset['link'] = 'came';
			else if (dataset['link']) dataset['link'] = 'came and went';
		};
		new MutationObserver(note).observe(document, { childList: true, subtree: true });
	});
}

/** Writes the switches and lets the minute pass. */
async function afterAMinute(off: ('report' | 'all')[]): Promise<void> {
	await stack.configure({ off });
	await sleep(61_000);
}

test('a system switched off, everything switched off, and all on again', async () => {
	const clients = [await ready(join(root, 'dist', 'chromium')), await ready()];

	await afterAMinute(['report']);
	for (const { person, panel } of clients) {
		// The panel was open before: the backend refuses, and the words come back.
		await person.pressWords(panel, 'send');
		await person.says(panel, words('problem-switched-off'));
		expect(await panel.$eval('textarea', (area) => area.value)).toBe(typed);
		expect(reportIds(stack)).toEqual([]);
		// Opened anew it says so at once, and the page's buttons go: unless they went with what the open panel learnt.
		await person.goto('Talk:Village pond');
		const still = await person.page.waitForSelector(`${buttons}, #t-wikihaven`);
		if (still && (await person.page.$(buttons)))
			await person.says(await person.report('Emeka'), words('problem-switched-off'));
		await person.page.waitForFunction((style) => !document.querySelector(style), {}, buttons);
		await person.goto('Talk:Village pond');
		await person.page.waitForSelector('#t-wikihaven');
		expect(await person.page.$(buttons)).toBeNull();
	}

	await afterAMinute(['all']);
	for (const [client, { person }] of clients.entries()) {
		await noteTheLink(person);
		await person.goto('Talk:Village pond');
		// The link to the start view is drawn as last heard, and goes when the wiki has told.
		await person.page.waitForFunction(() => document.documentElement.dataset['link'] === 'came and went');
		expect(await person.page.$('#t-wikihaven'), client === 0 ? 'extension' : 'gadget').toBeNull();
		expect(await person.page.$(buttons)).toBeNull();
	}

	await afterAMinute([]);
	for (const { person } of clients) {
		await person.goto('Talk:Village pond');
		const panel = await person.report('Bo');
		await panel.waitForSelector('textarea');
		expect(await panel.$eval('textarea', (area) => area.value)).toBe(typed);
		await person.send(panel);
		await person.says(panel, words('sent-words'));
	}
	expect(reportIds(stack)).toHaveLength(clients.length);
}, 360_000);
