/** A configuration page that is broken, mended and taken away, on a real wiki: said in plain words, and no typed word lost. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { Visit, words } from './drive.ts';
import { reportIds } from './store.ts';

const page = 'MediaWiki:Wikihaven.json';
const typed = 'She edits every page that I edit.';
let stack: Stack;
let launched: Launched;
beforeAll(async () => {
	stack = await startStack();
	launched = await launchChromium({ extension: join(root, 'dist', 'chromium') });
});
afterAll(async () => {
	await launched?.stop();
	await stack?.stop();
});

/** What the client read last counts for a minute. */
const aMinute = (): Promise<void> => sleep(61_000);

test('broken, mended, missing', async () => {
	const person = await Visit.open(launched.browser, stack);
	await person.goto('Talk:Village pond');
	const before = await person.report('Bo');
	await person.choose(before, 'hounding');
	await person.pressText(before, 'details-title');
	await before.type('textarea', typed);

	await stack.wiki.edit('Admin', page, '{ "wikihaven": 1, "teams": "all of us" }');
	await aMinute();
	await person.goto('Talk:Village pond');
	const panel = await person.report('Bo');
	await person.says(panel, words('problem-config-broken'));
	await person.says(panel, words('elsewhere-kept'));

	await stack.configure({});
	await person.pressWords(panel, 'try-again');
	await panel.waitForSelector('textarea');
	expect(await panel.$eval('textarea', (area) => area.value)).toBe(typed);
	await person.pressWords(panel, 'consent-agree');
	await person.isReady(panel);

	await (await stack.wiki.apiAs('Admin')).deletePage(page);
	await aMinute();
	await person.goto('Talk:Village pond');
	const last = await person.report('Bo');
	await person.says(last, words('problem-config-missing'));
	await person.says(last, words('elsewhere-kept'));
	expect(reportIds(stack)).toEqual([]);
}, 240_000);
