/** The backend's own pages in a real browser: the sign-in window and the page that verifies receipts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { newKey } from '../../backend/setup/people.ts';
import { bodyOf, sealedReport } from '../../backend/setup/sealed.ts';
import { randomText, sha256, toBase64Url } from '../../../src/contract/bytes.ts';
import { SignInMessageSchema } from '../../../src/contract/session.ts';
import * as v from 'valibot';
import { password } from '../seeds/people.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
let chromium: Launched;
beforeAll(async () => {
	[rig, chromium] = await Promise.all([startRig(), launchChromium()]);
	// As small as a panel can be: it opens the window at a click and keeps what is posted to it.
	writeFileSync(
		join(rig.panel, 'panel.html'),
		'<!doctype html><button>Sign in</button><script src="panel.js"></script>',
	);
	writeFileSync(
		join(rig.panel, 'panel.js'),
		`window.heard = []; addEventListener('message', ({ data, origin }) => window.heard.push({ data, origin }));
		document.querySelector('button').onclick = () => open(window.url, '', 'popup');`,
	);
});
afterAll(async () => {
	await chromium.stop();
	await rig.stop();
});

async function begin(panelOrigin = rig.origin): Promise<{ url: string; verifier: string }> {
	const verifier = randomText(32);
	const body = JSON.stringify({ wiki: rig.wikiBase, challenge: toBase64Url(await sha256(verifier)), panelOrigin });
	const answer = await fetch(`${rig.local}/v1/auth/start`, { method: 'POST', body });
	return { verifier, url: ((await answer.json()) as { url: string }).url };
}

/** A page of the wiki with the panel of this origin in a frame, as the gadget has it. */
async function panelIn(page: Page, address: string): Promise<Frame> {
	await page.goto(`${rig.wiki.base}/wiki/Main_Page`);
	const element = await page.evaluateHandle((src) => {
		const frame = document.createElement('iframe');
		frame.src = src;
		document.body.prepend(frame);
		return new Promise<HTMLIFrameElement>((done) => frame.addEventListener('load', () => done(frame)));
	}, address);
	const frame = await element.contentFrame();
	if (!frame) throw new Error('no frame');
	return frame;
}

async function logIn(window: Page): Promise<void> {
	await window.waitForSelector('[name=username]');
	await window.type('[name=username]', 'Mira');
	await window.type('[name=password]', password);
	await window.click('button');
}

const heard = (frame: Frame): Promise<{ data: unknown; origin: string }[]> =>
	frame.evaluate(() => (globalThis as unknown as { heard: { data: unknown; origin: string }[] }).heard);

test('the window hands its code to the panel that opened it and closes; the wiki page hears nothing', async () => {
	const page = await chromium.browser.newPage();
	const frame = await panelIn(page, `${rig.origin}/panel/panel.html`);
	await page.evaluate(() => {
		Object.assign(window, { heard: [] });
		addEventListener('message', (event) => (window as unknown as { heard: unknown[] }).heard.push(event.data));
	});
	const { url, verifier } = await begin();
	await frame.evaluate((to) => Object.assign(globalThis, { url: to }), url);
	const opened = new Promise<Page>((found) => page.once('popup', (popup) => found(popup as Page)));
	await frame.click('button');
	const window = await opened;
	const closed = new Promise<void>((done) => window.once('close', () => done()));
	await logIn(window);
	await closed;
	const messages = await heard(frame);
	expect(messages).toHaveLength(1);
	expect(messages[0]?.origin).toBe(rig.origin);
	const { code } = v.parse(SignInMessageSchema, messages[0]?.data);
	expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
	const body = JSON.stringify({ code, verifier });
	const answer = await fetch(`${rig.local}/v1/auth/redeem`, { method: 'POST', body });
	expect(await answer.json()).toMatchObject({ session: { user: 'Mira' } });
	await page.close();
});

test('a forwarded link ends on a calm page, and an opener of another origin hears nothing', async () => {
	const { url } = await begin();
	const alone = await chromium.browser.newPage();
	await alone.goto(url);
	if (await alone.$('[name=username]')) await logIn(alone);
	await alone.waitForSelector('#no-opener:not([hidden])');
	expect(new URL(alone.url()).search, 'no code and no state are left in the address').toBe('');
	expect(await alone.$eval('#done', (line) => (line as HTMLElement).hidden)).toBe(true);

	// The wiki page itself opens the link: its window has an opener, but of an origin that is not the panel's.
	const { url: again } = await begin();
	await alone.goto(`${rig.wiki.base}/wiki/Main_Page`);
	await alone.evaluate(() => {
		Object.assign(window, { heard: [] });
		addEventListener('message', (event) => (window as unknown as { heard: unknown[] }).heard.push(event.data));
	});
	const opened = new Promise<Page>((found) => alone.once('popup', (popup) => found(popup as Page)));
	await alone.evaluate((to) => void open(to), again);
	const window = await opened;
	await new Promise<void>((done) => (window.isClosed() ? done() : window.once('close', () => done())));
	expect(await alone.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([]);
	await alone.close();
});

test('only the configured wikis may frame the panel', async () => {
	const page = await chromium.browser.newPage();
	// The stand-in's origin is a site like any other.
	const other = new URL((await begin()).url);
	await page.goto(`${other.origin}/`);
	const loaded = await page.evaluate((src) => {
		const frame = document.createElement('iframe');
		frame.src = src;
		document.body.append(frame);
		return new Promise<boolean>((done) => frame.addEventListener('load', () => done(frame.contentDocument === null)));
	}, `${rig.origin}/panel/panel.html`);
	const inner = page.frames().find((frame) => frame.url().startsWith(rig.origin));
	const text = inner ? await inner.evaluate(() => document.body.textContent).catch(() => null) : null;
	expect(loaded).toBe(true);
	expect(text ?? '').not.toContain('Sign in');
	await page.close();
});

test('R5: the page verifies a receipt, also saved and without the service', async () => {
	const mira = await newKey();
	await rig.wiki.edit('Mira', 'User:Mira/Wikihaven.json', JSON.stringify({ wikihaven: 1, key: mira.public }));
	const recovery = rig.staff.get('recovery');
	if (!recovery) throw new Error('no recovery key');
	const made = await sealedReport([mira.public, recovery.public], { wiki: rig.wikiBase });
	const answer = await fetch(`${rig.local}/v1/reports/${made.id}`, {
		method: 'PUT',
		headers: { authorization: `Capability ${made.secret}` },
		body: bodyOf(made),
	});
	const receipt = (await answer.json()) as Record<string, string>;
	const saved = join(rig.panel, 'saved.html');
	writeFileSync(saved, await (await fetch(`${rig.local}/verify.html`)).text());
	const page = await chromium.browser.newPage();
	for (const address of [`${rig.origin}/verify.html`, pathToFileURL(saved).href]) {
		await page.goto(address);
		await page.setOfflineMode(true);
		const check = async (text: string): Promise<string> => {
			await page.$eval('#receipt', (box, value) => ((box as HTMLTextAreaElement).value = value), text);
			await page.click('button');
			const shown = await page.waitForSelector('[data-result]:not([hidden])');
			const id = (await shown?.evaluate((line) => line.id)) ?? '';
			await page.$$eval('[data-result]', (lines) => lines.forEach((line) => ((line as HTMLElement).hidden = true)));
			return id;
		};
		expect(await check(JSON.stringify(receipt)), address).toBe('good');
		expect(await page.$eval('#time', (time) => time.getAttribute('datetime'))).toBe(receipt['at']);
		expect(await check(JSON.stringify({ ...receipt, hash: '0'.repeat(64) }))).toBe('bad');
		expect(await check(JSON.stringify({ ...receipt, key: '0'.repeat(16) }))).toBe('unknown-key');
		expect(await check('nonsense')).toBe('unreadable');
		await page.setOfflineMode(false);
	}
	await page.close();
});
