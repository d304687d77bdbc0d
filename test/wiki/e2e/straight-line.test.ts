/** The main job on a real wiki in Chromium, by extension and by gadget: report a comment, open it as a handler. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';

let stack: Stack;
beforeAll(async () => {
	stack = await startStack();
	await stack.deployGadget();
});
afterAll(() => stack?.stop());

const clients = [
	{ name: 'extension', extension: join(root, 'dist', 'chromium') },
	{ name: 'gadget', extension: undefined },
] as const;

const typed = 'It has gone on for weeks; please look at the history too.';

const visit = (browser: Browser): Promise<Visit> => Visit.open(browser, stack);

describe.each(clients)('in the $name', ({ name, extension }) => {
	let mine: Launched;
	let handler: Launched;
	beforeAll(async () => {
		mine = await launchChromium(extension ? { extension } : {});
		handler = await launchChromium(extension ? { extension } : {});
	});
	afterAll(async () => {
		await mine?.stop();
		await handler?.stop();
	});

	test('the first report needs three clicks and one for consent, and nothing typed', async () => {
		const person = await visit(mine.browser);
		await person.goto('Talk:Village pond');
		await person.pressReport('Bo');
		if (name === 'gadget') await person.agreeInPage();
		const panel = await person.panel();
		await person.choose(panel, 'insults');
		if (name === 'extension') await person.pressWords(panel, 'consent-agree');
		await person.send(panel);
		await person.says(panel, words('sent-words'));
		expect(person.clicks).toBe(4);
	});

	test('R1 every further report needs three clicks and nothing typed', async () => {
		const person = await visit(mine.browser);
		await person.goto('Talk:Village pond');
		const panel = await person.report('Bo', 1);
		await person.choose(panel, 'hounding');
		await person.send(panel);
		await person.says(panel, words('sent-words'));
		expect(person.clicks).toBe(3);
	});

	test('what is typed is sealed with it', async () => {
		const person = await visit(mine.browser);
		await person.goto('Talk:Village pond');
		const panel = await person.report('Emeka');
		await person.choose(panel, 'trolling');
		await person.pressText(panel, 'details-title');
		await panel.type('textarea', typed);
		await person.send(panel);
		await person.says(panel, words('sent-words'));
	});

	test('a handler signs in, restores the key, and reads a report with its evidence', async () => {
		await logIn(handler.browser, stack, 'Mira');
		const person = await visit(handler.browser);
		await person.goto('Talk:Village pond');
		await person.openHome();
		if (name === 'gadget') await person.agreeInPage();
		const panel = await person.panel();
		await signIn(person, panel, 'Mira', name === 'extension');
		await openQueue(person, panel, stack.secrets.get('Mira') ?? '');
		await person.hit(await panel.waitForSelector(`.wh-row ::-p-text(${words('kind-trolling')})`));
		await person.says(panel, typed);
		await person.says(panel, 'Emeka');
	});

	test('somebody who is no handler signs in and sees no entry of it', async () => {
		const other = await launchChromium(extension ? { extension } : {});
		try {
			await logIn(other.browser, stack, 'Chen');
			const person = await visit(other.browser);
			await person.goto('Talk:Village pond');
			await person.openHome();
			if (name === 'gadget') await person.agreeInPage();
			const panel = await person.panel();
			await signIn(person, panel, 'Chen', name === 'extension');
			expect(await panel.evaluate(() => document.body.innerText)).not.toContain(words('case-title'));
		} finally {
			await other.stop();
		}
	});
});

test('R7 nothing that was typed, shown or named stands in the store or the log of the backend', () => {
	const kept =
		[stack.database, `${stack.database}-wal`].map((file) => readFileSync(file, 'latin1')).join('') +
		readFileSync(stack.log, 'utf8');
	expect(kept.length).toBeGreaterThan(10_000);
	for (const canary of [typed, 'turnip', 'Village', 'Emeka', 'please look']) expect(kept).not.toContain(canary);
});
