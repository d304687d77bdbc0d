/** Evidence from outside the wiki in Chromium: pictures, e-mails and links, sealed, limited, and as a handler meets them. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64 } from '../../src/contract/bytes.ts';
import type { Intent } from '../../src/contract/page-panel.ts';
import { hears, outbox, press, said } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { photograph, secretPlace } from './panel/outside.ts';
import { comment, personOf, type Person } from './panel/people.ts';
import { caseFor } from './panel/reports.ts';
import { unseal } from './panel/sealed.ts';
import { load, servePanel, type Served } from './panel/serve.ts';
import { attachments, files, outsideFiles, sealedFor, sendInto } from './panel/tray.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

let served: Served;
let anna: Person;
let usual: Wishes;
const outside = outsideFiles();

beforeAll(async () => {
	served = await servePanel();
	anna = await personOf('Anna', 'Administrators');
	usual = { recipients: [anna], offline: true };
});
afterAll(async () => {
	await served.stop();
	outside.remove();
});

const again = (page: Page, intent: Intent): Promise<void> => load(page, served.address, usual, intent);

test('a photograph is drawn anew without the place in it; an e-mail is read; a link is text; all is sealed', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'More evidence');
	expect(photograph().includes(secretPlace)).toBe(true);
	await outside.choose(page, files.photo);
	await hears(page, files.photo);
	await outside.choose(page, files.mail);
	await hears(page, 'Letzte Warnung — leave');
	await page.type('.wh-drop input[type=text]', 'javascript:alert(1)');
	await press(page, 'Add link');
	await hears(page, 'A link begins with http:// or https://.');
	await page.$eval('.wh-drop input[type=text]', (input) => ((input as HTMLInputElement).value = ''));
	await page.type('.wh-drop input[type=text]', 'https://forum.example.net/thread?id=5');
	await press(page, 'Add link');
	await hears(page, 'forum.example.net');
	await outside.choose(page, files.other);
	await hears(page, 'notes.pdf was not added.');
	// As if the browser had been started anew: everything comes from the vault.
	await again(page, comment);
	await hears(page, '3 more pieces');
	await press(page, 'Leave the receiver out');
	await page.waitForFunction(() => !document.body.innerText.includes('which may be you'));
	await sendInto(page);
	const { attachments: sent = [] } = await sealedFor(page, anna);
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
	await outside.choose(page, files.photo);
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
		outside.write('noise.png', photograph(2400, 1600 + at));
		await outside.choose(page, 'noise.png');
		await page.waitForFunction(() => !document.querySelector('.cdx-progress-indicator'));
	}
	await hears(page, 'there is no more room');
	await sendInto(page);
	const report = (await outbox(page))[0]?.report;
	expect(report?.sealed.length).toBeLessThanOrEqual(12_000_000);
	expect((await unseal(report, anna)).attachments?.[0]?.name).toBe('large.png');
	await page.close();
});

test('on the safety of a child nothing is attached: said calmly, and what was attached is not sent', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'More evidence');
	await outside.choose(page, files.photo);
	await hears(page, files.photo);
	await press(page, 'Show more');
	await press(page, 'Safety of a child');
	await hears(page, 'Nothing is attached to a report on the safety of a child');
	await hears(page, 'stays on this device and is not sent');
	expect(await page.$('.wh-drop')).toBeNull();
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
	expect(await sealedFor(page, anna)).not.toHaveProperty('attachments');
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
