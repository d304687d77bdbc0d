/** The first use on a phone by somebody who is signed out: clicks counted, and no typed word lost across signing in. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { signIn, Visit, words } from './drive.ts';
import { reportIds, reportsReach } from './store.ts';

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
const typed = 'He follows me to every page that I edit.';

/** Opens Minerva's talk page as a phone shows it. */
async function phone(launched: Launched): Promise<Visit> {
	const visit = await Visit.openPhone(launched.browser, stack);
	await visit.goto('Talk:Village pond', '&useskin=minerva');
	return visit;
}

const detailsOf = (panel: Frame): Promise<string> => panel.$eval('textarea', (area) => area.value);

/** As if twelve hours had passed for everybody: the backend knows no session any more. */
async function expireSessions(): Promise<void> {
	await stack.stopBackend();
	const db = new DatabaseSync(stack.database);
	expect(db.prepare('delete from session').run().changes).toBeGreaterThan(0);
	db.close();
	await stack.startBackend();
}

describe.each(clients)('in the $name', ({ name, extension }) => {
	let launched: Launched;
	beforeAll(async () => {
		launched = await launchChromium(extension ? { extension } : {});
	});
	afterAll(() => launched?.stop());

	test('R1 the first report on a phone, signed out: four taps, of which one is the consent, and nothing typed', async () => {
		const before = reportIds(stack).length;
		const person = await phone(launched);
		await person.pressReport('Bo');
		if (name === 'gadget') await person.agreeInPage();
		const panel = await person.panel();
		expect(await (await person.page.$('.wikihaven-panel'))?.boundingBox()).toMatchObject({
			x: 0,
			y: 0,
			width: 390,
			height: 844,
		});
		await person.choose(panel, 'insults');
		if (name === 'extension') await person.pressWords(panel, 'consent-agree');
		await person.send(panel);
		await person.says(panel, words('sent-words'));
		expect(person.clicks).toBe(4);
		expect(await reportsReach(stack, before + 1, 5000)).toBe(before + 1);
		await person.page.close();
	});

	test('what was typed is there after signing in, and after the session ended and was begun anew', async () => {
		const person = await phone(launched);
		const panel = await person.report('Emeka');
		await person.choose(panel, 'hounding');
		await person.pressText(panel, 'details-title');
		await panel.type('textarea', typed);
		const comeBack = async (): Promise<void> => {
			await person.pressWords(panel, 'mine-title');
			await person.pressWords(panel, 'draft-continue');
			await panel.waitForSelector('textarea');
		};

		await person.pressWords(panel, 'go-home');
		await signIn(person, panel, 'Chen', false);
		await comeBack();
		expect(await detailsOf(panel)).toBe(typed);

		await panel.type('textarea', ' Since May.');
		await expireSessions();
		await person.pressWords(panel, 'go-home');
		// The wiki knows the person still: its window comes and goes by itself.
		await person.pressWords(panel, 'sign-in');
		await person.says(panel, words('signed-in-as').replace('$1', 'Chen'));
		await comeBack();
		expect(await detailsOf(panel)).toBe(`${typed} Since May.`);
		expect(await panel.$eval('input[value="hounding"]', (chip) => (chip as HTMLInputElement).checked)).toBe(true);

		await expireSessions();
		await person.send(panel);
		await person.says(panel, words('sent-words'));
	});
});
