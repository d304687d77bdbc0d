/** On a real wiki: evidence from two pages, two tabs and a telephone, over a restart of the browser, read whole by a handler. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import tray from '../../../src/i18n/tray/en.json' with { type: 'json' };
import { launchChromium } from '../../browser/launch.ts';
import { email, photograph, secretPlace } from '../../browser/panel/outside.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';

const extension = join(root, 'dist', 'chromium');
const mill = 'Nobody asked you about the wheel, so go away and stay away.';
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-tray-'));
const added = (count: number): string => `This report has ${count} pieces of evidence now.`;

let stack: Stack;
beforeAll(async () => {
	writeFileSync(join(folder, 'photo.jpg'), photograph());
	writeFileSync(join(folder, 'warning.eml'), email);
	stack = await startStack();
	await (await stack.wiki.apiAs('Emeka')).append('Talk:Mill', `${mill} ~~~~`, 'Wheel');
});
afterAll(async () => {
	await stack?.stop();
	rmSync(folder, { recursive: true });
});

/** Opens a folded part by its words. */
async function unfold(panel: Frame, title: string): Promise<void> {
	const summary = await panel.waitForSelector(`summary::-p-text(${title})`);
	await summary?.evaluate((one) => {
		const details = one.closest('details');
		if (details) details.open = true;
	});
}

async function attach(visit: Visit, panel: Frame, name: string, shown: string): Promise<void> {
	const input = await panel.waitForSelector('.wh-drop input[type=file]');
	await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
	await visit.says(panel, shown);
}

test('collected over pages, tabs, a reload and a restart; a photograph without its place; a handler reads all of it', async () => {
	const first = await launchChromium({ extension });
	const one = await Visit.open(first.browser, stack);
	await one.goto('Talk:Village pond');
	const panel = await one.report('Bo');
	await unfold(panel, tray['tray-title']);
	await one.press(panel, tray['tray-collect']);
	await one.says(panel, tray['tray-collecting']);

	const two = await Visit.open(first.browser, stack);
	await two.goto('Talk:Mill');
	await two.says(await two.report('Emeka'), added(2));
	await two.page.reload();
	const again = await two.report('Emeka');
	await two.says(again, tray['tray-twice']);
	await two.says(again, words('evidence-confirmed'));
	await attach(two, again, 'photo.jpg', 'photo.jpg');
	await one.page.bringToFront();
	await one.says(panel, 'photo.jpg');
	await first.stop({ keep: true });

	const next = await launchChromium({ extension, profile: first.profile });
	try {
		const three = await Visit.open(next.browser, stack);
		await three.goto('Talk:Village pond');
		const last = await three.report('Emeka');
		await three.says(last, added(3));
		await attach(three, last, 'warning.eml', 'Letzte Warnung — leave');
		await three.choose(last, 'insults');
		await three.pressWords(last, 'consent-agree');
		await three.send(last);
		await three.says(last, words('sent-words'));
		const fresh = await three.report('Bo', 1);
		await fresh.waitForSelector('.wh-clicked');
		expect(await fresh.evaluate(() => document.body.innerText)).not.toContain('Emeka');
	} finally {
		await next.stop();
	}

	const handler = await launchChromium({ extension });
	try {
		await logIn(handler.browser, stack, 'Mira');
		const mira = await Visit.open(handler.browser, stack);
		await mira.goto('Talk:Village pond');
		const queue = await mira.home();
		await signIn(mira, queue, 'Mira', true);
		await openQueue(mira, queue, stack.secrets.get('Mira') ?? '');
		await (await queue.$('.wh-row'))?.click();
		await mira.says(queue, mill);
		const text = await queue.evaluate(() => document.body.innerText);
		expect(text.split(words('evidence-confirmed')).length - 1).toBe(3);
		for (const part of ['Bo', 'Emeka', 'Talk:Mill', 'Talk:Village pond']) expect(text).toContain(part);
		expect(await queue.$('img')).toBeNull();
		await unfold(queue, 'photo.jpg');
		const picture = await queue.waitForSelector('img');
		const source = (await picture?.evaluate((image) => image.src)) ?? '';
		const dots = Buffer.from(source.split(',')[1] ?? '', 'base64');
		expect(dots.length).toBeGreaterThan(1000);
		for (const trace of ['Exif', secretPlace]) expect(dots.includes(trace)).toBe(false);
		await unfold(queue, 'Letzte Warnung');
		const mail = await queue.$$eval('textarea', (all) => all.map((area) => area.value).join('\n'));
		expect(mail).toContain('I know where you live, étranger.');
		expect(mail).not.toContain('203.0.113.9');
	} finally {
		await handler.stop();
	}
});
