/** Signing in from the panel: a window opened in the click, and a code that counts only from it and from the backend's origin. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, hears, press, said, sleep, wish } from './panel/drive.ts';
import { servePanel, type Served } from './panel/serve.ts';

const code = 'C'.repeat(43);
const home = { system: 'home' } as const;
let served: Served;
/** The same server under another name is another origin. */
let backend: string;

beforeAll(async () => {
	served = await servePanel();
	backend = served.address.replace('127.0.0.1', 'localhost').replace(/\/$/, '');
});
afterAll(() => served.stop());

const callback = (origin: string, message: unknown): string =>
	`${origin}/callback.html#${encodeURIComponent(JSON.stringify(message))}`;
const genuine = () => callback(backend, { wikihaven: 'sign-in', code });
const open = (signInUrl: string): Promise<Page> => served.open({ origin: backend, user: 'Anna', signInUrl }, home);

test('the code of the opened window signs in, and signing out ends it', async () => {
	const page = await open(genuine());
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'You are signed in as Anna.');
	expect(await callsOf(page, 'startSignIn')).toEqual([
		{ wiki: 'https://wiki.example.org/w', panelOrigin: served.address.replace(/\/$/, '') },
	]);
	expect(await callsOf(page, 'redeem')).toEqual([{ wiki: 'https://wiki.example.org/w', code }]);
	await press(page, 'Sign out');
	await hears(page, 'Sign in with your wiki account');
	await page.close();
});

test.each([
	['another origin', () => callback(served.address.replace(/\/$/, ''), { wikihaven: 'sign-in', code })],
	['another message', () => callback(backend, { wikihaven: 'hello', code })],
	['a code of the wrong form', () => callback(backend, { wikihaven: 'sign-in', code: 'short' })],
])('%s gives nothing', async (_, url) => {
	const page = await open(url());
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'Waiting for the sign-in window');
	await sleep(800);
	expect(await callsOf(page, 'redeem')).toEqual([]);
	await press(page, 'Cancel');
	await hears(page, 'Sign in with your wiki account');
	await page.close();
});

test('a code from any other window gives nothing, although its origin is right', async () => {
	const page = await open('about:blank');
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'Waiting for the sign-in window');
	await page.evaluate((url) => void window.open(url, 'another'), genuine());
	await sleep(800);
	expect(await callsOf(page, 'redeem')).toEqual([]);
	await page.close();
});

test('a window that the browser blocks is said, and the button works again', async () => {
	const page = await open(genuine());
	await page.evaluate(() => {
		const real = window.open.bind(window);
		Object.assign(window, { open: () => (Object.assign(window, { open: real }), null) });
	});
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'The browser did not open the sign-in window.');
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'You are signed in as Anna.');
	await page.close();
});

test('an expired code is said, and signing in can begin anew', async () => {
	const page = await open(genuine());
	await wish(page, { problems: { redeem: 'code-expired' } });
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'The sign-in took too long.');
	await wish(page, { problems: {} });
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'You are signed in as Anna.');
	expect(await said(page)).not.toContain('took too long');
	await page.close();
});

test('before consent the sign-in asks for it, and talks to nobody', async () => {
	const page = await served.open({ origin: backend, asksConsent: true, user: 'Anna', signInUrl: genuine() }, home);
	await press(page, 'Sign in with your wiki account');
	await hears(page, 'sees your IP address');
	expect(await callsOf(page, 'startSignIn')).toEqual([]);
	await press(page, 'Agree and continue');
	await hears(page, 'You are signed in as Anna.');
	await page.close();
});
