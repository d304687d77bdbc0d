/** On a real wiki: evidence from two pages, two tabs and a telephone, over a restart of the browser, read whole by a handler. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import report from '../../../src/i18n/report/en.json' with { type: 'json' };
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

/** Checks the boxes of this person's newest edits that the report does not hold, as many, and adds them. */
async function pickEdits(visit: Visit, panel: Frame, user: string, count: number): Promise<string[]> {
	const list = `ul[aria-label*="${user}"]`;
	await panel.waitForSelector(`${list} input`);
	const boxes = await panel.$$(`${list} input`);
	const names = await panel.$$eval(`${list} li:has(input) label`, (all) => all.map((one) => one.innerText));
	for (const box of boxes.slice(0, count)) await visit.hit(box);
	await visit.press(panel, tray['recent-add']);
	await visit.says(panel, `${count} edits were added to the report.`);
	// What the wiki says of each makes the list above longer, and moves what is pressed next.
	await panel.waitForFunction(
		(asking) => !document.body.innerText.includes(asking),
		{ timeout: 60_000 },
		words('evidence-asking'),
	);
	return names.slice(0, count).map((name) => name.replace(/[\u2066-\u2069]/g, '').split(',')[0] ?? '');
}

test('R10 more edits of two people reported, picked from their recent ones on the page where the first was clicked, reach a handler', async () => {
	const { browser, stop } = await launchChromium({ extension });
	let pages: string[] = [];
	try {
		const visit = await Visit.open(browser, stack);
		await visit.goto('Talk:Old bakery');
		const panel = await visit.report('Bo');
		await visit.says(panel, words('evidence-confirmed'));
		await unfold(panel, words('details-title'));
		await (await panel.waitForSelector('.wh-also input'))?.type('Emeka');
		await visit.press(panel, report['also-add']);
		await unfold(panel, tray['tray-title']);
		await unfold(panel, tray['recent-title']);
		await visit.says(panel, tray['recent-held']);
		await visit.says(panel, tray['recent-hidden']);
		pages = await pickEdits(visit, panel, 'Bo', 4);
		const other = await panel.waitForSelector('.wh-tray .wh-chip:has(input[value=Emeka])');
		await visit.hit(other);
		pages.push(...(await pickEdits(visit, panel, 'Emeka', 3)));
		expect(visit.page.url()).toContain('Old_bakery');
		await visit.choose(panel, 'hounding');
		await visit.pressWords(panel, 'consent-agree');
		await visit.send(panel);
		await visit.says(panel, words('sent-words'));
	} finally {
		await stop();
	}

	const handler = await launchChromium({ extension });
	try {
		await logIn(handler.browser, stack, 'Mira');
		const mira = await Visit.open(handler.browser, stack);
		await mira.goto('Talk:Village pond');
		const queue = await mira.home();
		await signIn(mira, queue, 'Mira', true);
		await openQueue(mira, queue, stack.secrets.get('Mira') ?? '');
		const row = await queue.waitForSelector(`.wh-row::-p-text(${words('kind-hounding')})`);
		await row?.click();
		await mira.says(queue, 'Emeka');
		const text = await queue.evaluate(() => document.body.innerText);
		expect(text.split(words('evidence-confirmed')).length - 1).toBeGreaterThan(6);
		for (const page of ['Bo', 'Talk:Old bakery', ...pages]) expect(text).toContain(page);
	} finally {
		await handler.stop();
	}
});
