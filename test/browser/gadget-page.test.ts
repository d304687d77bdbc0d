/** The gadget in the page: quiet until it is used, asks before the first contact, opens once, gives the focus back. */
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, type Launched } from './launch.ts';
import { askPage, buttons, intentIn, panelOf, startRig, type Rig } from './page-rig.ts';
import { gadgetIsLive } from '../wiki/gadget.ts';

let rig: Rig;
let chromium: Launched;
let page: Page;
const asked: string[] = [];
const panels = '.wikihaven-panel';

beforeAll(async () => {
	rig = await startRig();
	await rig.deploy('--origin', rig.origin, '--operator', 'The stand-in');
	await gadgetIsLive(rig.wiki);
	chromium = await launchChromium();
});
afterAll(async () => {
	await chromium?.stop();
	await rig?.stop();
});
beforeEach(async () => {
	page = await chromium.browser.newPage();
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(`${rig.wiki.base}/wiki/Talk:Village_pond`, { waitUntil: 'domcontentloaded' });
	await page.waitForSelector(buttons);
});
afterEach(() => page.close());

const press = async (): Promise<void> => {
	await page.focus(buttons);
	await page.keyboard.press('Enter');
};
/** The consent stands in a closed shadow root, so a key is the only way in: for a page's script as well. */
const asksConsent = (): Promise<unknown> =>
	page.waitForFunction(
		() => document.activeElement?.parentElement === document.body && document.activeElement.tagName === 'DIV',
	);

test('nothing is asked of the backend and no dock is loaded before the first use; a script can neither press nor agree', async () => {
	await page.$eval(buttons, (button) => {
		if (button instanceof HTMLElement) button.click();
		button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	});
	await new Promise((wake) => setTimeout(wake, 500));
	expect(asked.filter((url) => /wikihaven-panel|haven\.localhost/.test(url))).toEqual([]);
	expect(rig.asked).toEqual([]);
	expect(await page.$(panels)).toBeNull();
});

test('declined, nothing is contacted and the focus is back; agreed, the panel opens; afterwards it is not asked again', async () => {
	await press();
	await asksConsent();
	await page.keyboard.press('Enter');
	await page.waitForFunction((style) => document.activeElement?.matches(style), {}, buttons);
	expect(rig.asked).toEqual([]);
	await press();
	await asksConsent();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const frame = await panelOf(page, rig.origin);
	expect((await intentIn(frame)).system).toBe('report');
	expect(new Set(rig.asked)).toEqual(new Set(['/panel/panel.html']));
	await page.reload({ waitUntil: 'domcontentloaded' });
	await page.waitForSelector(buttons);
	await press();
	await panelOf(page, rig.origin);
});

test('the panel is drawn once, takes the focus, is told of a second press, and Escape gives the focus back', async () => {
	await press();
	const frame = await panelOf(page, rig.origin);
	await page.waitForFunction((style) => document.activeElement?.matches(style), {}, panels);
	const second = (await page.$$(buttons))[1];
	await second?.focus();
	await page.keyboard.press('Enter');
	await frame.waitForFunction('window.intents.length === 2');
	expect(await page.$$(panels)).toHaveLength(1);
	await page.keyboard.press('Escape');
	await page.waitForFunction((style) => !document.querySelector(style), {}, panels);
	expect(await page.evaluate((style) => document.activeElement === document.querySelector(style), buttons)).toBe(true);
});

test('the panel gets the page’s facts and closed calls of the API only', async () => {
	await press();
	const frame = await panelOf(page, rig.origin);
	expect(await askPage(frame, 'facts')).toMatchObject({
		ok: true,
		value: {
			wiki: `${rig.wiki.base}/w`,
			articlePath: '/wiki/$1',
			title: 'Talk:Village pond',
			skin: 'vector-2022',
			user: null,
			dir: 'ltr',
			theme: 'day',
		},
	});
	const ask = (args: object): Promise<{ ok: boolean }> => askPage(frame, 'api', args);
	expect((await ask({ action: 'query', params: { meta: 'siteinfo' } })).ok).toBe(true);
	expect((await ask({ action: 'userrights', params: {} })).ok).toBe(false);
	expect((await ask({ action: 'query', params: { origin: '*' } })).ok).toBe(false);
	expect((await askPage(frame, 'fetch', { url: '/' })).ok).toBe(false);
});

test('what is switched off vanishes at once and is not there on the next page', async () => {
	await press();
	const frame = await panelOf(page, rig.origin);
	await askPage(frame, 'switchedOff', { systems: ['report'] });
	await page.waitForFunction((style) => !document.querySelector(style), {}, buttons);
	await page.reload({ waitUntil: 'domcontentloaded' });
	await page.waitForSelector('#t-wikihaven');
	expect(await page.$(buttons)).toBeNull();
	await page.evaluate(() => localStorage.removeItem('wikihaven-off'));
});

test('content that fires again draws nothing twice, and the gadget withdraws when the extension takes over', async () => {
	await page.waitForFunction('window.mw && mw.hook');
	await page.evaluate(`mw.hook('wikipage.content').fire($('#mw-content-text'))`);
	await page.$eval('.mw-parser-output', (output) => output.append(document.createElement('a')));
	await new Promise((wake) => setTimeout(wake, 400));
	expect(await page.$$(buttons)).toHaveLength(14);
	await page.evaluate(() => document.documentElement.dispatchEvent(new Event('wikihaven-claim')));
	expect(await page.$(buttons)).toBeNull();
	expect(await page.$('#t-wikihaven')).toBeNull();
});
