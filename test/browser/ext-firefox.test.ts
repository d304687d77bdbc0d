/** The extension in real Firefox: buttons, panel by ticket, the page that sees and hears nothing of it, switches. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { root } from '../../build/setup/folders.ts';
import type { Wiki } from '../wiki/start.ts';
import { testWiki } from '../wiki/testbed.ts';
import { launchFirefox, type Launched } from './launch.ts';
import { buttons } from './page-rig.ts';

let wiki: Wiki;
let firefox: Launched;
let page: Page;
const panels = '.wikihaven-panel';

beforeAll(async () => {
	wiki = await testWiki({ seeds: 'demo' });
	firefox = await launchFirefox({ extension: join(root, 'dist', 'firefox') });
	page = await firefox.browser.newPage();
});
afterAll(async () => {
	await firefox?.stop();
	await wiki?.stop();
});

test('buttons stand at every comment, and the extension claims the page', async () => {
	await page.goto(`${wiki.base}/wiki/Talk:Village_pond`);
	await page.waitForSelector(buttons);
	expect(await page.$$(buttons)).toHaveLength(14);
	expect(await page.evaluate(() => document.documentElement.dataset['wikihaven'])).toBe('extension');
});

/** Over WebDriver BiDi the frame's content cannot be read: what it does is seen from outside. */
test('the panel opens once, takes keys that the page never hears of, and closes itself with Escape', async () => {
	await page.evaluate(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		for (const type of ['keydown', 'keypress', 'input', 'message'])
			window.addEventListener(
				type,
				(event) => heard.push(event instanceof KeyboardEvent ? event.key : event.type),
				true,
			);
	});
	await page.focus(buttons);
	await page.keyboard.press('Enter');
	await page.waitForSelector(panels);
	await page.waitForFunction((style) => document.activeElement?.matches(style), {}, panels);
	// Until the panel has answered, the close button of our own has the focus, and the page would hear its keys.
	for (let tries = 0; tries < 60; tries++) {
		await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
		await page.keyboard.press('Shift');
		if (await page.evaluate(() => !(window as unknown as { heard: string[] }).heard.length)) break;
		await new Promise((wake) => setTimeout(wake, 250));
	}
	await page.keyboard.type('secret');
	expect(await page.$$(panels)).toHaveLength(1);
	await page.keyboard.press('Escape');
	await page.waitForFunction((style) => !document.querySelector(style), {}, panels);
	expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
	expect(await page.evaluate(() => window.length)).toBe(0);
	await page.waitForFunction((style) => document.activeElement?.matches(style), {}, buttons);
});

test('it opens again after the event page was killed for being idle', async () => {
	await new Promise((wake) => setTimeout(wake, 4000));
	await page.focus(buttons);
	await page.keyboard.press('Enter');
	await page.waitForSelector(panels);
	await page.waitForFunction((style) => document.activeElement?.matches(style), {}, panels);
});
