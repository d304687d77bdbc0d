/** Every place to report from, on the real wiki in all five skins and at a phone's width: the target pinned at the click. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Target } from '../../src/contract/target.ts';
import { launchChromium, type Launched } from './launch.ts';
import { agreeTo, buttons, intentIn, panelOf, skins, startRig, type Rig } from './page-rig.ts';
import { gadgetIsLive } from '../wiki/gadget.ts';

let rig: Rig;
let chromium: Launched;
let page: Page;

beforeAll(async () => {
	rig = await startRig();
	await rig.deploy('--origin', rig.origin);
	await gadgetIsLive(rig.wiki);
	chromium = await launchChromium();
	for (const cookie of (await rig.wiki.apiAs('Mira')).browserCookies()) await chromium.browser.setCookie(cookie);
	// Articles are no place for DiscussionTools, so this one has signatures only.
	await (await rig.wiki.apiAs('Chen')).append('Village fair', '== Stalls ==\nNot here, please. ~~~~');
	await (await rig.wiki.apiAs('Bo')).append('Village fair', '\n:Go away.\n:Far. ~~~~');
	const mira = await rig.wiki.apiAs('Mira');
	await mira.post({ action: 'watch', titles: 'Village fair', token: await mira.tokenOf('watch') });
	page = await chromium.browser.newPage();
	await agreeTo(page, rig.wiki, rig.origin);
});
afterAll(async () => {
	await chromium?.stop();
	await rig?.stop();
});

/** Gives what the selector finds the focus and presses Enter. */
async function pressAt(selector: string): Promise<void> {
	// Menus and groups of rows are opened, until what the selector finds can have the focus: the wiki's own scripts redraw.
	await page.waitForFunction(
		(wanted) => {
			for (const box of document.querySelectorAll('[id$="checkbox"], #main-menu-input, .mw-enhancedchanges-checkbox'))
				if (box instanceof HTMLInputElement) box.checked = true;
			for (const button of document.querySelectorAll<HTMLElement>(wanted)) {
				button.focus();
				if (document.activeElement === button) return true;
			}
			return false;
		},
		{ polling: 200 },
		selector,
	);
	await page.keyboard.press('Enter');
}

const panelOpens = (): Promise<boolean> =>
	page
		.waitForFrame((one) => one.url().startsWith(rig.origin), { timeout: 5000 })
		.then(
			() => true,
			() => false,
		);

/** Presses what the selector finds and gives the target that the panel was told. */
async function targetAt(selector: string): Promise<Target> {
	await pressAt(selector);
	// Rows that the wiki redraws just then lose the focus and with it the press: a person presses again.
	for (let again = 0; again < 5 && !(await panelOpens()); again += 1) await pressAt(selector);
	const intent = await intentIn(await panelOf(page, rig.origin));
	if (intent.system !== 'report') throw new Error(`the panel was told to open ${intent.system}`);
	return intent.target;
}

const views = [
	...skins.map((skin) => ({ name: skin, skin, width: 1280 })),
	{ name: 'minerva on a phone', skin: 'minerva', width: 360 },
];

describe.each(views)('R2 $name', ({ skin, width }) => {
	const open = async (address: string): Promise<void> => {
		await page.setViewport({ width, height: 800 });
		const url = new URL(address, rig.wiki.base);
		url.searchParams.set('useskin', skin);
		await page.goto(url.href, { waitUntil: 'domcontentloaded' });
	};
	const wiki = (): string => `${rig.wiki.base}/w`;

	test('a comment, with who, when, the words and the heading, where DiscussionTools marks it', async () => {
		await open('/wiki/Talk:Village_pond');
		await page.waitForSelector(buttons);
		expect(await page.$$(buttons)).toHaveLength(14);
		const target = await targetAt(`${buttons}[aria-label="Report comment by Bo"]`);
		expect(target).toMatchObject({ type: 'comment', wiki: wiki(), page: 'Talk:Village pond', author: 'Bo' });
		expect(target.heading).toBe('Depth of the pond');
		expect(target.quote).toMatch(/^Four metres\. I was there\..*Bo \(talk\) \d\d:\d\d, .* \(UTC\)$/);
		expect(target.commentId).toMatch(/^c-Bo-/);
		expect(target.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
		expect(target.shownRevision).toBeGreaterThan(0);
	});

	test('a comment without DiscussionTools, from its signature', async () => {
		await open('/wiki/Village_fair');
		const target = await targetAt(`${buttons}[aria-label="Report comment by Chen"]`);
		expect(target).toMatchObject({ type: 'comment', author: 'Chen', heading: 'Stalls' });
		expect(target.quote).toMatch(/^Not here, please\. Chen \(talk\)/);
	});

	test('an edit in a history, on a diff, in contributions; an entry of a log', async () => {
		await open('/w/index.php?title=Talk:Village_pond&action=history');
		const row = await targetAt(`li[data-mw-revid] ${buttons}[aria-label="Report this by Bo"]`);
		expect(row).toMatchObject({ type: 'revision', page: 'Talk:Village pond', author: 'Bo' });
		await open(`/w/index.php?diff=${row.revision}&oldid=prev`);
		expect(await targetAt(`#mw-diff-ntitle2 ${buttons}`)).toMatchObject({
			type: 'revision',
			author: 'Bo',
			page: 'Talk:Village pond',
			revision: row.revision,
			at: expect.stringMatching(/Z$/),
		});
		await open('/wiki/Special:Contributions/Bo?target=Bo&limit=500');
		expect(await targetAt(`li[data-mw-revid="${row.revision}"] ${buttons}`)).toMatchObject({
			type: 'revision',
			author: 'Bo',
			page: 'Talk:Village pond',
			revision: row.revision,
		});
		await open('/wiki/Special:Log?type=block');
		const entry = await targetAt(`li[data-mw-logid] ${buttons}`);
		expect(entry).toMatchObject({ type: 'log', author: 'Mira', quote: expect.stringContaining('blocked Basil') });
		expect(entry.logId).toBeGreaterThan(0);
		expect(entry).not.toHaveProperty('page');
	});

	test.each(['enhanced=0', 'enhanced=1'])('a row of recent changes with %s, as edit or as log entry', async (kind) => {
		await open(`/wiki/Special:RecentChanges?${kind}&limit=500&days=30&hidebots=0`);
		const edit = await targetAt(`[data-mw-revid] ${buttons}[aria-label="Report this by Emeka"]`);
		expect(edit).toMatchObject({ type: 'revision', author: 'Emeka', at: expect.stringMatching(/Z$/) });
		expect(edit.revision).toBeGreaterThan(0);
		expect(edit.page).not.toContain('Special:');
		await open(`/wiki/Special:RecentChanges?${kind}&limit=500&days=30&hidebots=0`);
		expect(await targetAt(`[data-mw-logaction="block/block"] ${buttons}`)).toMatchObject({
			type: 'log',
			author: 'Mira',
			page: 'User:Basil',
		});
	});

	test('a row of the watchlist', async () => {
		await open('/wiki/Special:Watchlist?days=30&enhanced=0');
		const edit = await targetAt(`[data-mw-revid] ${buttons}[aria-label="Report this by Bo"]`);
		expect(edit).toMatchObject({ type: 'revision', author: 'Bo', page: 'Village fair' });
	});

	test('a user, a file, any page, from the tools menu', async () => {
		for (const [address, expected] of [
			['/wiki/User:Ana', { type: 'user', author: 'Ana' }],
			['/wiki/User_talk:Ana', { type: 'user', author: 'Ana' }],
			['/wiki/Village_pond', { type: 'page', page: 'Village pond', author: null }],
			['/wiki/Special:Contributions/Bo', { type: 'user', author: 'Bo' }],
			['/wiki/File:Water_mill.png', { type: 'file', page: 'File:Water mill.png', author: null }],
		] as const) {
			await open(address);
			expect(await targetAt('#t-wikihaven-report a')).toMatchObject(expected);
		}
	});

	test('Special:EmailUser and Special:Block, about the person named there', async () => {
		await open('/wiki/Special:EmailUser/Bo');
		expect(await targetAt(buttons)).toMatchObject({ type: 'email', author: 'Bo' });
		expect(await page.$$(buttons)).toHaveLength(1);
		await open('/wiki/Special:Block/Bo');
		expect(await targetAt(buttons)).toMatchObject({ type: 'user', author: 'Bo' });
	});

	test('selected text, exactly as it was marked', async () => {
		await open('/wiki/Village_pond');
		const marked = await page.$eval('.mw-parser-output p', (paragraph) => {
			getSelection()?.selectAllChildren(paragraph);
			return paragraph.textContent?.trim();
		});
		expect(await targetAt(`${buttons}.wikihaven-selection`)).toMatchObject({
			type: 'selection',
			quote: marked,
			page: 'Village pond',
		});
	});
});

test('recent changes that come in live get their buttons, and nothing is drawn twice', async () => {
	await page.setViewport({ width: 1280, height: 800 });
	await page.goto(`${rig.wiki.base}/wiki/Special:RecentChanges?enhanced=0`, { waitUntil: 'domcontentloaded' });
	await page.waitForSelector('.mw-rcfilters-ui-liveUpdateButtonWidget a');
	await page.click('.mw-rcfilters-ui-liveUpdateButtonWidget a');
	const revision = await rig.wiki.edit('Dina', 'Village fair', 'A new edit');
	const target = await targetAt(`[data-mw-revid="${revision}"] ${buttons}`);
	expect(target).toMatchObject({ type: 'revision', author: 'Dina', page: 'Village fair', revision });
	expect(await page.$$('.wikihaven-report + .wikihaven-report')).toHaveLength(0);
});
