/** The main line in Debian's Firefox on a real wiki: a report by the keyboard, and an event page that dies around it. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchFirefox, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { reportIds, reportsReach } from './store.ts';

const extension = join(root, 'dist', 'firefox');
/** Longer than the event page may be idle in these tests. */
const untilItIsKilled = 4000;
let stack: Stack;
let firefox: Launched;
let before: number;
beforeAll(async () => {
	stack = await startStack();
});
afterAll(() => stack?.stop());
beforeEach(async () => {
	before = reportIds(stack).length;
	// A profile of its own: each test is somebody's first use.
	firefox = await launchFirefox({ extension });
	return () => firefox.stop();
});

/**
 * Over WebDriver BiDi the extension's frame can be neither read nor waited for: what happens in it is seen in the backend's
 * store alone, and the pauses give it time to read the wiki.
 */
async function readyToSend(): Promise<Page> {
	const page = await firefox.browser.newPage();
	await page.setViewport({ width: 1280, height: 900 });
	await page.goto(`${stack.wiki.base}/w/index.php?title=Talk:Village_pond`);
	const button = await page.waitForSelector('.wikihaven-report');
	await button?.click();
	await page.waitForFunction(() => document.activeElement?.matches('.wikihaven-panel'));
	await sleep(5000);
	// From the heading over the way to an emergency and the quoted page's link to the first chip.
	for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
	// Chooses it, with the focus on Send; Send asks for consent; agreeing leads back to Send.
	for (let step = 0; step < 3; step++) {
		await page.keyboard.press('Enter');
		await sleep(1500);
	}
	await sleep(4000);
	return page;
}

test('R11 a report by the keyboard alone arrives once', async () => {
	const page = await readyToSend();
	expect(reportIds(stack)).toHaveLength(before);
	await page.keyboard.press('Enter');
	expect(await reportsReach(stack, before + 1, 30_000)).toBe(before + 1);
	await sleep(untilItIsKilled);
	expect(reportIds(stack)).toHaveLength(before + 1);
});

test('R11 backend down at Send, the event page killed for being idle: sent once when the backend is back', async () => {
	const page = await readyToSend();
	await stack.stopBackend();
	await page.keyboard.press('Enter');
	await sleep(untilItIsKilled);
	await stack.startBackend();
	expect(await reportsReach(stack, before + 1, 90_000)).toBe(before + 1);
	await sleep(untilItIsKilled);
	expect(reportIds(stack)).toHaveLength(before + 1);
});

test('R11 the backend silent in mid-request until the event page is killed: sent once', async () => {
	const page = await readyToSend();
	stack.pauseBackend();
	await page.keyboard.press('Enter');
	// Longer than a request may take: it is given up, and the event page with it.
	await sleep(22_000 + untilItIsKilled);
	stack.resumeBackend();
	expect(await reportsReach(stack, before + 1, 90_000)).toBe(before + 1);
	await sleep(untilItIsKilled);
	expect(reportIds(stack)).toHaveLength(before + 1);
});
