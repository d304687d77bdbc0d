/** The extension in real Chromium: its panel opens by ticket only, nobody else is answered, and it goes away calmly. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { root } from '../../build/setup/folders.ts';
import type { Wiki } from '../wiki/start.ts';
import { testWiki } from '../wiki/testbed.ts';
import { launchChromium, type Launched } from './launch.ts';
import { buttons } from './page-rig.ts';

let wiki: Wiki;
let chromium: Launched;
let page: Page;

beforeAll(async () => {
	wiki = await testWiki({ seeds: 'demo' });
	chromium = await launchChromium({ extension: join(root, 'dist', 'chromium') });
});
afterAll(async () => {
	await chromium?.stop();
	await wiki?.stop();
});
beforeEach(async () => {
	page = await chromium.browser.newPage();
	await page.goto(`${wiki.base}/wiki/Talk:Village_pond`, { waitUntil: 'domcontentloaded' });
	await page.waitForSelector(buttons);
});
afterEach(() => page.close());

async function openPanel(): Promise<Frame> {
	await page.focus(buttons);
	await page.keyboard.press('Enter');
	const frame = await page.waitForFrame((one) => one.url().endsWith('/panel.html'));
	await frame.waitForSelector('h1, h2');
	return frame;
}

/** Runs in the content script's own world, as code of ours that somebody got hold of would. */
async function inContentScript(expression: string): Promise<unknown> {
	const session: CDPSession = await page.createCDPSession();
	const worlds: number[] = [];
	session.on('Runtime.executionContextCreated', ({ context }) => {
		if (context.name === 'Wikihaven') worlds.push(context.id);
	});
	await session.send('Runtime.enable');
	const contextId = worlds.at(-1);
	if (contextId === undefined) throw new Error('the content script has no world');
	const { result } = await session.send('Runtime.evaluate', {
		expression,
		contextId,
		awaitPromise: true,
		returnByValue: true,
	});
	await session.detach();
	return result.value;
}

test('the panel opens with what was clicked, and the page sees neither frame nor request of it', async () => {
	const frame = await openPanel();
	expect(await frame.evaluate(() => document.body.textContent)).toContain('Report privately');
	const seen = await page.evaluate(() => ({
		frames: window.length,
		root: document.querySelector('.wikihaven-panel')?.shadowRoot,
		resources: performance.getEntriesByType('resource').filter(({ name }) => name.includes('extension://')).length,
	}));
	expect(seen).toEqual({ frames: 0, root: null, resources: 0 });
});

test('on a phone the panel is as wide as the screen, also where the page is wider, and gives the place back', async () => {
	await page.setViewport({ width: 320, height: 640, isMobile: true, hasTouch: true });
	await page.goto(`${wiki.base}/w/index.php?title=Talk:Village_pond&useskin=minerva`);
	await page.waitForSelector(buttons);
	await page.$eval(buttons, (one) => {
		const wide = document.createElement('div');
		wide.style.inlineSize = '500px';
		wide.textContent = 'A wide table';
		document.body.append(wide);
		one.scrollIntoView({ block: 'center' });
	});
	await openPanel();
	const width = await page.$eval('.wikihaven-panel', (host) => host.getBoundingClientRect().width);
	expect(width).toBe(320);
	await page.keyboard.press('Escape');
	await page.waitForFunction(() => !document.querySelector('.wikihaven-panel'));
	const seen = await page.$eval(buttons, (one) => {
		const { top, bottom } = one.getBoundingClientRect();
		return { inSight: top >= 0 && bottom <= innerHeight, scrolled: scrollY > 0 };
	});
	expect(seen).toEqual({ inSight: true, scrolled: true });
});

test('a page that embeds panel.html by itself gets an empty frame, with a forged ticket too', async () => {
	const worker = await chromium.browser.waitForTarget((target) => target.type() === 'service_worker');
	const src = await inContentScript(`chrome.runtime.getURL('panel.html')`);
	expect(new URL(worker.url()).protocol).toBe('chrome-extension:');
	await page.evaluate((address) => {
		const iframe = document.createElement('iframe');
		iframe.src = String(address);
		iframe.addEventListener('load', () => {
			const { port2 } = new MessageChannel();
			for (const ticket of [null, 'A'.repeat(43)])
				iframe.contentWindow?.postMessage({ type: 'wikihaven-panel', ticket }, '*', [port2].slice(0, ticket ? 1 : 0));
		});
		document.body.append(iframe);
	}, src);
	const frame = await page.waitForFrame((one) => one.url().endsWith('/panel.html'));
	await new Promise((wake) => setTimeout(wake, 1000));
	expect(await frame.evaluate(() => document.getElementById('panel')?.childElementCount)).toBe(0);
});

test('a content script may ask for a dock and a ticket, and is refused every verb of the keeper and every redeeming', async () => {
	const say = (message: object): Promise<unknown> =>
		inContentScript(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
	const ticket = (await say({ kind: 'ticket' })) as { ticket: string };
	expect(ticket.ticket).toMatch(/^[\w-]{43}$/);
	const refused = { ok: false, problem: 'forbidden', params: [] };
	expect(await say({ kind: 'redeem', ticket: ticket.ticket })).toEqual(refused);
	expect(await say({ kind: 'keeper', body: { verb: 'flush', args: {} } })).toEqual(refused);
	expect(await say({ kind: 'fetch', url: 'https://example.org' })).toMatchObject({ ok: false, problem: 'bad-input' });
});

test('a ticket serves once, in its own tab only', async () => {
	const frame = await openPanel();
	const { ticket } = (await inContentScript(`chrome.runtime.sendMessage({ kind: 'ticket' })`)) as { ticket: string };
	const redeem = (where: Frame): Promise<unknown> =>
		where.evaluate(
			(given) =>
				(
					globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
				).chrome.runtime.sendMessage({
					kind: 'redeem',
					ticket: given,
				}),
			ticket,
		);
	expect(await redeem(frame)).toEqual({ origin: wiki.base });
	expect(await redeem(frame)).toBeNull();
	const other = (await inContentScript(`chrome.runtime.sendMessage({ kind: 'ticket' })`)) as { ticket: string };
	const second = await chromium.browser.newPage();
	await second.goto(frame.url()).catch(() => undefined);
	expect(
		await second.evaluate(
			(given) =>
				(
					globalThis as unknown as { chrome?: { runtime: { sendMessage(message: object): Promise<unknown> } } }
				).chrome?.runtime.sendMessage({
					kind: 'redeem',
					ticket: given,
				}),
			other.ticket,
		),
	).toBeNull();
	await second.close();
});

test('what the configuration switches off vanishes in every tab of the wiki, and comes back with it', async () => {
	const key = `off ${wiki.base}/w`;
	await inContentScript(`chrome.storage.local.set({ ${JSON.stringify(key)}: ['report'] })`);
	await page.waitForFunction((style) => !document.querySelector(style), {}, buttons);
	expect(await page.$('#t-wikihaven')).not.toBeNull();
	await inContentScript(`chrome.storage.local.remove(${JSON.stringify(key)})`);
	await page.waitForSelector(buttons);
});

test('after the extension was updated, an old page says so in plain words and takes its buttons away', async () => {
	const worker = await (await chromium.browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
	await worker?.evaluate('chrome.runtime.reload()').catch(() => undefined);
	await new Promise((wake) => setTimeout(wake, 1500));
	await page.focus(buttons);
	await page.keyboard.press('Enter');
	await page.waitForFunction(() =>
		document.querySelector('.wikihaven-note')?.textContent?.includes('Reload this page'),
	);
	expect(await page.$(buttons)).toBeNull();
});
