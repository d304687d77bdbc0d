/** Extension and gadget on the same page: one of them runs, and it is the extension. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { launchChromium, type Launched } from './launch.ts';
import { buttons, startRig, type Rig } from './page-rig.ts';
import { gadgetIsLive } from '../wiki/gadget.ts';

let rig: Rig;
let chromium: Launched;

beforeAll(async () => {
	rig = await startRig();
	await rig.deploy('--origin', rig.origin);
	await gadgetIsLive(rig.wiki);
	chromium = await launchChromium({ extension: join(root, 'dist', 'chromium') });
});
afterAll(async () => {
	await chromium?.stop();
	await rig?.stop();
});

test('every button is there once, and a press opens the extension’s panel without asking the backend of the gadget', async () => {
	const page = await chromium.browser.newPage();
	await page.goto(`${rig.wiki.base}/wiki/Talk:Village_pond`);
	await page.waitForFunction(`mw.loader.getState('ext.gadget.wikihaven') === 'ready'`);
	await page.waitForSelector(buttons);
	await new Promise((wake) => setTimeout(wake, 500));
	expect(await page.evaluate(() => document.documentElement.dataset['wikihaven'])).toBe('extension');
	expect(await page.$$(buttons)).toHaveLength(14);
	expect(await page.$$('#t-wikihaven')).toHaveLength(1);
	await page.focus(buttons);
	await page.keyboard.press('Enter');
	const frame = await page.waitForFrame((one) => one.url().endsWith('/panel.html'));
	expect(new URL(frame.url()).protocol).toBe('chrome-extension:');
	expect(rig.asked).toEqual([]);
	await page.close();
});
