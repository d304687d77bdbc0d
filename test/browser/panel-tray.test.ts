/** The evidence tray in Chromium with the real vault: collected over pages and tabs, from outside too, sent as one report. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64 } from '../../src/contract/bytes.ts';
import type { Intent } from '../../src/contract/page-panel.ts';
import type { Target } from '../../src/contract/report.ts';
import { callsOf, hears, outbox, press, said } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { email, photograph, secretPlace } from './panel/outside.ts';
import { comment, personOf, quote, type Person } from './panel/people.ts';
import { caseFor } from './panel/reports.ts';
import { unseal } from './panel/sealed.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
let usual: Wishes;
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-outside-'));
const files = { photo: 'beach.jpg', mail: 'warning.eml', other: 'notes.pdf' };

beforeAll(async () => {
	writeFileSync(join(folder, files.photo), photograph());
	writeFileSync(join(folder, files.mail), email);
	writeFileSync(join(folder, files.other), '%PDF-1.7 nothing');
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
	usual = { recipients: [anna], offline: true };
});
afterAll(async () => {
	await served.stop();
	rmSync(folder, { recursive: true });
});

const { target: first } = comment as { target: Target };
const about = (part: Partial<Target>): Intent => ({
	system: 'report',
	target: {
		type: 'revision',
		wiki: first.wiki,
		page: 'Lakes',
		author: 'Oscar',
		revision: 77,
		quote: 'An edit.',
		...part,
	},
});
const edit = about({});
const user = about({ type: 'user', page: 'User:Trent', author: 'Trent', revision: undefined, quote: undefined });

async function collecting(wishes: Wishes = usual): Promise<Page> {
	const page = await served.open(wishes, comment);
	await press(page, 'More evidence');
	await press(page, 'Add more from other pages');
	await hears(page, 'You are collecting');
	return page;
}
const again = (page: Page, intent: Intent): Promise<void> => load(page, served.address, usual, intent);
const choose = async (page: Page, name: string): Promise<void> => {
	const input = (await page.waitForSelector('.wh-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
	await input.uploadFile(join(folder, name));
};
const pieces = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('pieces')).map(({ value }) => value.target.author));
const attachments = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('attachments')).map(({ value }) => value.attachment));
const sealed = async (page: Page) => unseal((await outbox(page))[0]?.report, anna);
async function sendIt(page: Page): Promise<void> {
	await press(page, 'Insults');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
}

test('what is clicked while collecting is added to the first report, told, listed, and sent with it as clicked', async () => {
	const page = await collecting();
	await again(page, edit);
	await hears(page, 'Added. This report has 2 pieces of evidence now.');
	await again(page, user);
	await hears(page, 'Added. This report has 3 pieces of evidence now.');
	const words = await said(page);
	for (const part of [quote, 'Mallory', 'An edit.', 'Oscar', 'Lakes', 'Trent']) expect(words).toContain(part);
	await again(page, edit);
	await hears(page, 'This is in the report already.');
	await press(page, 'Insults');
	await hears(page, 'Sealed for');
	expect((await callsOf(page, 'recipients')).at(-1)).toMatchObject({ named: ['Mallory', 'Oscar', 'Trent'] });
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	const body = await sealed(page);
	expect(body.evidence.map(({ target, state }) => [target.author, target.quote, state])).toEqual([
		['Mallory', quote, 'confirmed'],
		['Oscar', 'An edit.', 'confirmed'],
		['Trent', undefined, 'confirmed'],
	]);
	expect(body.named).toEqual(['Mallory', 'Oscar', 'Trent']);
	expect(body).not.toHaveProperty('attachments');
	await page.close();
});

test('a piece that was added can be reported by itself instead, or taken out; collecting ends when told', async () => {
	const page = await collecting();
	await again(page, edit);
	await press(page, 'Report this separately instead');
	await page.waitForFunction(() => document.querySelector('.wh-clicked')?.textContent?.includes('Oscar'));
	expect(await pieces(page)).toEqual([]);
	await again(page, user);
	await hears(page, 'Added. This report has 2 pieces');
	await press(page, 'Remove: Trent, User:Trent');
	await page.waitForFunction(() => !document.querySelector('.wh-tray .wh-card'));
	expect(await pieces(page)).toEqual([]);
	await press(page, 'Stop adding');
	await hears(page, 'Then press Report at any comment');
	await again(page, edit);
	await page.waitForFunction(() => document.querySelector('.wh-clicked')?.textContent?.includes('Oscar'));
	expect(await said(page)).not.toContain('Added.');
	await page.close();
});

test('two tabs share one tray, and what was typed in one is there in the other', async () => {
	const page = await collecting();
	const other = await page.browserContext().newPage();
	await load(other, served.address, usual, edit);
	await hears(other, 'Added. This report has 2 pieces');
	await press(other, 'Add details');
	await other.type('textarea', 'Both belong together.');
	await page.bringToFront();
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await hears(page, 'Oscar');
	await page.waitForFunction(
		() => document.querySelector<HTMLTextAreaElement>('textarea')?.value === 'Both belong together.',
	);
	await page.close();
	await other.close();
});

test('a wiki that cannot be asked: the piece is kept, marked, and asked about again later', async () => {
	const page = await collecting();
	await load(page, served.address, { ...usual, problems: { confirm: 'wiki-unreachable' } }, edit);
	await hears(page, 'Not confirmed by the wiki');
	await sendIt(page);
	expect((await sealed(page)).evidence.map(({ state }) => state)).toEqual(['confirmed', 'unconfirmed']);
	await page.close();
});

test('fifty pieces are the most: the next is not added, and that is said', async () => {
	const page = await collecting();
	await page.evaluate(
		async (target) => {
			const [draft] = await world.vault.all('drafts');
			for (let at = 1; at < 50; at++) {
				const one = { ...target, revision: at };
				const evidence = { target: one, permalink: 'https://wiki.example.org/', state: 'confirmed' as const };
				const key = `${draft?.key}#${at}`;
				await world.vault.put('pieces', key, {
					draft: draft?.key ?? '',
					target: one,
					evidence,
					at: '2026-11-22T08:00:00Z',
				});
			}
		},
		edit.system === 'report' ? edit.target : first,
	);
	await again(page, user);
	await hears(page, 'A report holds at most 50 pieces');
	await sendIt(page);
	expect((await sealed(page)).evidence).toHaveLength(50);
	await page.close();
});

test('a photograph is drawn anew without the place in it; an e-mail is read; a link is text; all is sealed', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'More evidence');
	expect(photograph().includes(secretPlace)).toBe(true);
	await choose(page, files.photo);
	await hears(page, files.photo);
	await choose(page, files.mail);
	await hears(page, 'Letzte Warnung — leave');
	await page.type('.wh-drop input[type=text]', 'javascript:alert(1)');
	await press(page, 'Add link');
	await hears(page, 'A link begins with http:// or https://.');
	await page.$eval('.wh-drop input[type=text]', (input) => ((input as HTMLInputElement).value = ''));
	await page.type('.wh-drop input[type=text]', 'https://forum.example.net/thread?id=5');
	await press(page, 'Add link');
	await hears(page, 'forum.example.net');
	await choose(page, files.other);
	await hears(page, 'notes.pdf was not added.');
	// As if the browser had been started anew: everything comes from the vault.
	await again(page, comment);
	await hears(page, '3 more pieces');
	await press(page, 'Leave the receiver out');
	await page.waitForFunction(() => !document.body.innerText.includes('which may be you'));
	await sendIt(page);
	const { attachments: sent = [] } = await sealed(page);
	const [picture, link, mail] = ['image', 'link', 'email'].map((origin) => sent.find((one) => one.origin === origin));
	const dots = Buffer.from(fromBase64(picture?.bytes ?? ''));
	expect(dots.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
	for (const trace of ['Exif', 'CANARY', secretPlace, 'MM\0*']) expect(dots.includes(trace)).toBe(false);
	expect(Buffer.from(link?.bytes ?? '', 'base64').toString()).toBe('https://forum.example.net/thread?id=5');
	expect(Buffer.from(mail?.bytes ?? '', 'base64').toString()).toBe(
		[
			'From: Mallory M. <mallory@example.net>',
			'Date: 2026-11-20T10:00:00.000Z',
			'Subject: Letzte Warnung — leave',
			'Message-ID: <abc123@example.net>',
			'',
			'I know where you live, étranger.',
			'',
		].join('\n'),
	);
	await page.close();
});

test('pictures and links can be pasted and dropped', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'More evidence');
	await page.waitForSelector('.wh-drop');
	await page.evaluate(async () => {
		const canvas = new OffscreenCanvas(8, 8);
		canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
		const pasted = new DataTransfer();
		pasted.items.add(new File([await canvas.convertToBlob()], 'screen.png', { type: 'image/png' }));
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
		const dropped = new DataTransfer();
		dropped.setData('text/plain', 'https://pictures.example.net/1');
		document.querySelector('.wh-drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
	});
	await hears(page, 'screen.png');
	await hears(page, 'pictures.example.net');
	expect((await attachments(page)).map(({ origin, type }) => [origin, type]).sort()).toEqual([
		['image', 'image/png'],
		['link', 'text/uri-list'],
	]);
	await page.close();
});

test('a report that is full takes no more, says so, and keeps what is there', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'More evidence');
	await choose(page, files.photo);
	await hears(page, files.photo);
	await page.evaluate(async () => {
		const [row] = await world.vault.all('attachments');
		const sha256 = 'ab'.repeat(32);
		if (!row) throw new Error('nothing attached');
		const attachment = { ...row.value.attachment, bytes: 'A'.repeat(7_999_996), sha256, name: 'large.png' };
		await world.vault.put('attachments', `${row.value.draft}#${sha256}`, { ...row.value, attachment });
		const more = { ...attachment, bytes: 'A'.repeat(500_000), sha256: '12'.repeat(32) };
		await world.vault.put('attachments', `${row.value.draft}#${more.sha256}`, { ...row.value, attachment: more });
		await world.vault.drop('attachments', row.key);
	});
	await again(page, comment);
	await hears(page, 'large.png');
	for (let at = 0; at < 30 && !(await said(page)).includes('no more room'); at++) {
		writeFileSync(join(folder, 'noise.png'), photograph(2400, 1600 + at));
		await choose(page, 'noise.png');
		await page.waitForFunction(() => !document.querySelector('.cdx-progress-indicator'));
	}
	await hears(page, 'there is no more room');
	await sendIt(page);
	const report = (await outbox(page))[0]?.report;
	expect(report?.sealed.length).toBeLessThanOrEqual(12_000_000);
	expect((await unseal(report, anna)).attachments?.[0]?.name).toBe('large.png');
	await page.close();
});

test('on the safety of a child nothing is attached: said calmly, and what was attached is not sent', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'More evidence');
	await choose(page, files.photo);
	await hears(page, files.photo);
	await press(page, 'Show more');
	await press(page, 'Safety of a child');
	await hears(page, 'Nothing is attached to a report on the safety of a child');
	await hears(page, 'stays on this device and is not sent');
	expect(await page.$('.wh-drop')).toBeNull();
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	expect(await sealed(page)).not.toHaveProperty('attachments');
	await page.close();
});

test('the preview lists every piece and attachment; once it has arrived nothing of them stays here', async () => {
	const page = await collecting({ ...usual, offline: false });
	await load(page, served.address, { ...usual, offline: false }, edit);
	await hears(page, 'Added.');
	await choose(page, files.mail);
	await hears(page, 'Letzte Warnung');
	await press(page, 'Insults');
	await hears(page, 'Sealed for');
	await press(page, 'Exactly what is sent');
	await page.waitForFunction(() => document.querySelectorAll('.wh-facts').length >= 2);
	const listed = await page.$$eval('.wh-facts', (all) => all.map((one) => (one as HTMLElement).innerText).join('\n'));
	for (const part of [quote, 'An edit.', 'Oscar', 'Lakes']) expect(listed).toContain(part);
	await press(page, 'Send');
	await hears(page, 'Your report has arrived');
	await page.waitForFunction(async () => (await world.vault.all('pieces')).length === 0);
	expect(await attachments(page)).toEqual([]);
	expect(await page.evaluate(async () => (await world.vault.all('collecting')).length)).toBe(0);
	await again(page, edit);
	await page.waitForFunction(() => document.querySelector('.wh-clicked')?.textContent?.includes('Oscar'));
	await page.close();
});

const picture = { name: 'a.png', type: 'image/png', origin: 'image', sha256: 'cd'.repeat(32) } as const;
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const link = {
	name: 'forum.example.net',
	type: 'text/uri-list',
	origin: 'link',
	sha256: 'ef'.repeat(32),
	bytes: Buffer.from('https://forum.example.net/5').toString('base64'),
} as const;

test.each(['threats', 'child-safety'] as const)(
	'a handler opens a report of %s: nothing from outside shows by itself',
	async (kind) => {
		const me = await personOf('Handler One', 'Administrators');
		const part = { attachments: [{ ...picture, bytes: dot }, link] };
		const cases = [await caseFor('A'.repeat(22), kind, [me], '2026-11-21T09:00:00.000Z', part)];
		const page = await served.open({ roles: ['handler'], signedIn: true, cases }, { system: 'home' });
		await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
		await press(page, 'Reports to handle');
		await (await page.waitForSelector('.wh-row bdi:not(:empty)'))?.click();
		if (kind === 'child-safety') {
			await hears(page, 'came with attachments, which are not shown');
			expect(await said(page)).not.toContain('forum.example.net');
		} else {
			await hears(page, 'The wiki cannot confirm these');
			expect(await page.$$('img')).toHaveLength(0);
			expect(await page.$$eval('a', (all) => all.filter((one) => one.href.includes('forum')).length)).toBe(0);
			await press(page, 'Show the picture a.png');
			await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1);
			await check(page);
		}
		await page.close();
	},
);

test.each([
	['left to right', {}, { width: 420, height: 860 }],
	['narrow', {}, { width: 320, height: 640 }],
	[
		'right to left, narrow, at night',
		{ facts: { dir: 'rtl', language: 'ar', theme: 'night' } },
		{ width: 320, height: 640 },
	],
	['right to left', { facts: { dir: 'rtl', language: 'ar' } }, { width: 420, height: 860 }],
] satisfies [string, Wishes, { width: number; height: number }][])('the tray %s', async (name, wishes, size) => {
	const page = await served.open({ ...usual, ...wishes }, comment, size);
	await page.waitForSelector('.wh-tray summary');
	await check(page);
	for (const one of ['summary', '.wh-accordion .cdx-button']) {
		await page.$eval(`.wh-tray ${one}`, (button) => (button as HTMLElement).click());
	}
	await page.waitForFunction(async () => (await world.vault.all('collecting')).length === 1);
	await load(page, served.address, { ...usual, ...wishes }, edit);
	await page.waitForSelector('.wh-tray .cdx-message');
	await choose(page, files.photo);
	await page.waitForSelector('.wh-tray .wh-accordion .wh-accordion');
	await choose(page, files.mail);
	await page.waitForSelector('.wh-tray li:nth-child(2) .wh-accordion');
	await page.click('.wh-chip');
	await page.waitForSelector('.wh-team');
	await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
	await page.waitForSelector('img');
	await check(page);
	const shots = process.env['WIKIHAVEN_SHOTS'];
	if (shots) {
		await page.setViewport({ width: size.width, height: 3600 });
		await page.screenshot({ path: join(shots, `tray ${name}.png`) });
	}
	expect(await page.$eval('html', (root) => root.dir)).toBe(('facts' in wishes && wishes.facts.dir) || 'ltr');
	await page.close();
});
