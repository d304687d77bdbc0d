/** What a page view costs before anybody uses it: a real talk page with 500 comments asks for nothing and does not move. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { longTitle } from '../seeds/long.ts';
import { startStack, type Stack } from '../stack.ts';

let stack: Stack;
beforeAll(async () => {
	stack = await startStack();
});
afterAll(() => stack?.stop());

const buttons = '.wikihaven-report';

interface Shift {
	readonly value: number;
	readonly moved: readonly string[];
}

/** In the page, before anything of it runs: keeps what moved within its content, as the browser counts it. */
function watchShifts(): void {
	const shifts: Shift[] = [];
	Object.assign(window, { shifts });
	type Entry = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] };
	new PerformanceObserver((list) => {
		for (const { value, sources } of list.getEntries() as Entry[]) {
			// What skins do with their own menus is theirs.
			const ours = sources.filter(({ node }) => node?.parentElement?.closest('#mw-content-text'));
			if (ours.length) shifts.push({ value, moved: ours.map(({ node }) => node?.textContent?.slice(0, 60) ?? '') });
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

/** All that a tab asks for, and what the extension's background asks for besides. */
async function listen(browser: Browser, page: Page, withExtension: boolean): Promise<string[]> {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	if (withExtension) {
		const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
		const session = await worker.createCDPSession();
		session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
		await session.send('Network.enable');
	}
	return asked;
}

// Their styles are the same: once is enough for the gadget.
const clients = [
	{ client: 'extension', skins: ['vector-2022', 'minerva', 'monobook'] },
	{ client: 'gadget', skins: ['vector-2022'] },
] as const;

describe.each(clients)('in the $client', ({ client, skins }) => {
	let launched: Launched;
	beforeAll(async () => {
		if (client === 'gadget') await stack.deployGadget();
		launched = await launchChromium(client === 'extension' ? { extension: join(root, 'dist', 'chromium') } : {});
	});
	afterAll(() => launched?.stop());

	test.each(skins)(
		'R4 on %s 500 comments get their buttons: no request is made for it, and no line moves',
		async (skin) => {
			const page = await launched.browser.newPage();
			await page.setViewport({ width: 1280, height: 900 });
			await page.evaluateOnNewDocument(watchShifts);
			const asked = await listen(launched.browser, page, client === 'extension');
			const query = `title=${encodeURIComponent(longTitle)}&useskin=${skin}`;
			await page.goto(`${stack.wiki.base}/w/index.php?${query}`);
			await page.waitForFunction((style) => document.querySelectorAll(style).length === 500, {}, buttons);
			await page.waitForNetworkIdle();
			// Two frames: by then the browser has laid out and counted what the last button moved.
			await page.evaluate(() => new Promise((give) => requestAnimationFrame(() => requestAnimationFrame(give))));
			expect(await page.evaluate('window.shifts')).toEqual([]);

			const heightOf = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
			const height = await heightOf();
			await page.$$eval(buttons, (all) => all.forEach((one) => one.remove()));
			expect(await heightOf()).toBe(height);

			// The wiki brings the gadget's own code, as it brings any gadget's.
			const code = asked.filter((url) => /[?&]modules=ext\.gadget\.wikihaven&/.test(url));
			expect(code).toHaveLength(client === 'gadget' ? 1 : 0);
			const ours = asked.filter((url) => /wikihaven|haven\.localhost|-extension:|api\.php|rest\.php/.test(url));
			expect(ours).toEqual(code);
			await page.close();
		},
	);
});
