/** Files before they are uploaded, in the extension on a real wiki: hashed in its worker as the command line does, told of calmly. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ElementHandle, Frame, HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import type { SubmittedHashes } from '../../../src/contract/upload.ts';
import type { HashedFile } from '../../../src/backend/upload/hasher.ts';
import { loadCore } from '../../../src/engines/pdq/wasm-core.ts';
import { hashBytes } from '../../../src/host/cli/file-hashes.ts';
import { shortened } from '../../../src/host/cli/upload-hasher.ts';
import upload from '../../../src/i18n/upload/en.json' with { type: 'json' };
import { legalContact } from '../../backend/setup/upload.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { landscape } from '../seeds/picture.ts';
import { startStack, type Stack } from '../stack.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { logIn, signIn, Visit } from './drive.ts';
import { dropFile, hostile, openDialog, pasteInto, recordVideo } from './upload-files.ts';

const listPage = 'Project:Files to talk about';
const core = loadCore();
let stack: Stack;
/** Another wiki, whose files the first shows as its own. */
let shared: Wiki;
let launched: Launched;
let visit: Visit;
let page: Page;
/** What the service was told of files, and whatever else it was asked. */
const submitted: SubmittedHashes[] = [];
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-files-'));

function file(name: string, bytes: Uint8Array | string): string {
	writeFileSync(join(folder, name), bytes);
	return join(folder, name);
}
const hashesOf = async (path: string) => shortened(await hashBytes(core, readFileSync(path)));
/** How many bits of 256 differ at most between the same views of two files; 256 where one has none. */
function apart(own: Pick<HashedFile, 'views'>, theirs: Pick<HashedFile, 'views'>): number {
	const bits = own.views.map(({ view, hash }) => {
		const other = theirs.views.find((one) => one.view === view)?.hash;
		if (other === undefined) return 256;
		return (BigInt(`0x${hash}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;
	});
	return Math.max(0, ...bits);
}
const field = async (): Promise<ElementHandle<HTMLInputElement>> => {
	const found = await page.waitForSelector('#wpUploadFile');
	if (!found) throw new Error('no field for a file');
	return found as ElementHandle<HTMLInputElement>;
};
/** A field that the wiki knows nothing of: its own form draws what is chosen, and hangs where the file is made for that. */
async function anyField(): Promise<ElementHandle<HTMLInputElement>> {
	const made = await page.evaluateHandle(() => {
		const many = document.createElement('input');
		many.type = 'file';
		many.multiple = true;
		document.querySelector('#mw-content-text')?.append(many);
		return many;
	});
	return made;
}
const panelFrame = (): Frame | undefined => page.frames().find((one) => one.url().startsWith('chrome-extension://'));
/** Until the panel is there and says this. */
async function says(text: string): Promise<void> {
	const frame = panelFrame() ?? (await page.waitForFrame((one) => one.url().startsWith('chrome-extension://')));
	await visit.says(frame, text);
	await page.waitForFunction(() => document.documentElement.classList.contains('wikihaven-docked'));
}
async function told(sha1: string): Promise<SubmittedHashes> {
	for (let tries = 0; tries < 600; tries++) {
		const found = submitted.find((one) => one.sha1 === sha1);
		if (found) return found;
		await new Promise((go) => setTimeout(go, 50));
	}
	throw new Error('the service was not told of the file');
}
/** A tab of its own: the wiki asks whether to leave a form with a file in it. */
async function openForm(): Promise<void> {
	visit = await Visit.open(launched.browser, stack);
	await page.close();
	({ page } = visit);
	await visit.goto('Special:Upload');
}

beforeAll(async () => {
	shared = await testWiki();
	await (await shared.apiAs('Ana')).upload('Shared harbour.png', new Uint8Array(landscape(96, 72, 31)), 'One');
	stack = await startStack({
		settings: `$wgForeignFileRepos[] = [ 'class' => ForeignAPIRepo::class, 'name' => 'ours', 'apibase' => '${shared.api}' ];`,
		upload: (wiki) => ({
			legalContact,
			followSeconds: 1,
			lists: [{ id: 'talk-first', class: 'wiki', format: 'csv', wiki, page: listPage, action: 'hold' }],
		}),
	});
	launched = await launchChromium({ extension: join(root, 'dist', 'chromium') });
	await logIn(launched.browser, stack, 'Ana');
	visit = await Visit.open(launched.browser, stack);
	({ page } = visit);
	const worker = await launched.browser.waitForTarget((target) => target.type() === 'service_worker');
	const session = await worker.createCDPSession();
	session.on('Network.requestWillBeSent', ({ request }) => {
		if (request.method === 'POST' && request.url.endsWith('/v1/upload/submissions')) {
			submitted.push(JSON.parse(request.postData ?? 'null') as SubmittedHashes);
		}
	});
	await session.send('Network.enable', { maxPostDataSize: 1_000_000 });
	await visit.goto('Special:Upload');
	await signIn(visit, await visit.home(), 'Ana', true);
});
afterAll(async () => {
	await launched?.stop();
	await stack?.stop();
	await shared?.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('every picture hashes in the browser as on the command line, several at once, and the page sees nothing of it', async () => {
	await openForm();
	const folders = ['pictures', 'pdq'].map((name) => join(root, 'test', 'fixtures', name));
	const paths = folders.flatMap((from) =>
		readdirSync(from)
			.filter((name) => /\.(png|jpg|gif|webp)$/.test(name))
			.map((name) => {
				copyFileSync(join(from, name), join(folder, name));
				return join(folder, name);
			}),
	);
	const many = await anyField();
	await many.uploadFile(...paths);
	for (const path of paths) {
		const own = await hashesOf(path);
		const theirs = await told(own.sha1);
		expect({ ...theirs, isPicture: own.isPicture, views: [] }).toEqual({ ...own, views: [] });
		// Browsers make RGB of CMYK each in their way.
		expect(apart(own, theirs), basename(path)).toBeLessThanOrEqual(path.endsWith('cmyk.jpg') ? 4 : 0);
	}
	// Two of them are the same picture in other files; who has nothing to say is not seen, and takes nothing from the page.
	expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
});

test('the same file and one that looks alike are told before the upload, which goes on as it would', async () => {
	const known = file('Known.png', landscape(96, 72, 1));
	const alike = file('Alike.png', landscape(192, 144, 1));
	const ana = await stack.wiki.apiAs('Ana');
	await ana.upload('Known harbour.png', known, 'One');
	await openForm();
	await (await field()).uploadFile(known);
	await says(upload['upload-here']);
	await says('File:Known harbour.png');
	const near = async (): Promise<boolean> => {
		await openForm();
		await (await field()).uploadFile(alike);
		await told((await hashesOf(alike)).sha1);
		return says(upload['upload-near']).then(
			() => true,
			() => false,
		);
	};
	// The service reads the wiki's log of uploads every second.
	expect((await near()) || (await near())).toBe(true);
	expect(await page.evaluate(() => document.activeElement?.closest('.wikihaven-panel'))).toBeNull();
	await page.type('#wpDestFile', ' of mine');
	await Promise.all([page.waitForNavigation(), page.click('input[name=wpUpload]')]);
	expect(await page.content()).toContain('Alike');
});

test('a file that only the shared repository has is told before the upload, with where it is', async () => {
	const there = file('There.png', landscape(96, 72, 31));
	await openForm();
	await (await field()).uploadFile(there);
	await says(upload['upload-shared'].split('$1')[1] ?? '');
	await says('File:Shared harbour.png');
	const text = await panelFrame()?.evaluate(() => document.body.innerText);
	expect(text, 'as the wiki calls it').toContain('a shared repository');
	expect(text).not.toContain(upload['upload-here']);
});

test('a dropped and a pasted file are hashed, an invented event is not', async () => {
	await openForm();
	const start = submitted.length;
	const dropped = file('Dropped.png', landscape(96, 72, 11));
	await page.evaluate(() => {
		const place = document.createElement('div');
		place.style.cssText = 'position:fixed;inset:0 auto auto 0;width:80px;height:80px;z-index:9';
		place.ondragover = (event) => event.preventDefault();
		place.ondrop = (event) => event.preventDefault();
		document.body.append(place);
	});
	await dropFile(page, dropped, 30, 30);
	await told((await hashesOf(dropped)).sha1);
	const onField = file('On a field.png', landscape(96, 72, 13));
	const box = await (await field()).boundingBox();
	await dropFile(page, onField, (box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
	const { sha1: once } = await told((await hashesOf(onField)).sha1);

	const session = await page.createCDPSession();
	const before = submitted.length;
	await session.send('Browser.grantPermissions', {
		origin: stack.wiki.base,
		permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
	});
	const invented = [...landscape(96, 72, 12)];
	await page.evaluate(async (bytes) => {
		const made = new File([new Uint8Array(bytes)], 'Invented.png', { type: 'image/png' });
		const carried = new DataTransfer();
		carried.items.add(made);
		const field = document.querySelector<HTMLInputElement>('#wpUploadFile');
		if (field) field.files = carried.files;
		field?.dispatchEvent(new Event('change', { bubbles: true }));
		document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: carried }));
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': made })]);
	}, invented);
	// Under the name and the bytes that the browser gives it: the first that arrives is that one.
	await pasteInto(page, '#wpUploadDescription', () => submitted.length > before);
	expect(submitted.length).toBeGreaterThan(before);
	expect(submitted[before]?.views.length).toBeGreaterThan(0);
	expect(submitted.slice(before).map(({ sha1 }) => sha1)).not.toContain(
		(await hashBytes(core, Uint8Array.from(invented))).sha1base36,
	);
	expect(submitted.slice(start).filter(({ sha1 }) => sha1 === once)).toHaveLength(1);
});

test('a file chosen in the dialog of the editors, and one dropped on its button, are hashed', async () => {
	await openForm();
	const [chosen, dropped] = [31, 32].map((mood) => file(`Dialog ${mood}.png`, landscape(96, 72, mood)));
	const button = await openDialog(page);
	const box = await button.boundingBox();
	if (!box || !chosen || !dropped) throw new Error('no button');
	// The field is taller than its button and cut off below.
	await dropFile(page, dropped, box.x + box.width / 2, box.y + 12);
	await told((await hashesOf(dropped)).sha1);
	// OOUI takes it from the field by itself, so that this never says it was chosen.
	expect(await button.evaluate(({ files }) => files?.[0]?.name)).toBe(basename(dropped));
	await button.uploadFile(chosen);
	await told((await hashesOf(chosen)).sha1);
});

test.each([
	['that begins with it', 0],
	['that begins with black', 300],
])('a video %s hashes as the picture it shows', async (_, black) => {
	await openForm();
	const still = file(`Still ${black}.png`, landscape(320, 240, 41 + black));
	const video = file(`Video ${black}.webm`, await recordVideo(page, readFileSync(still), black));
	await (await anyField()).uploadFile(video);
	const theirs = await told((await hashesOf(video)).sha1);
	// Measured: 2. The codec loses something, more of it on a busy machine.
	expect(apart(await hashesOf(still), theirs)).toBeLessThanOrEqual(16);
});

test.each(hostile)('%s is told in calm words and blocks nothing', async (_, name, bytes, words) => {
	await openForm();
	const asked: string[] = [];
	page.on('request', (request: HTTPRequest) => asked.push(request.url()));
	await (await anyField()).uploadFile(file(name, bytes()));
	await says(String(upload[words]).split('$1').at(-1)?.trim() ?? '');
	expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
	expect(await page.$eval('input[name=wpUpload]', (button) => (button as HTMLInputElement).disabled)).toBe(false);
});

/** How much of the list is there to be compared with. */
function entries(): number {
	const db = new DatabaseSync(stack.database, { readOnly: true });
	try {
		return Number(db.prepare("select logged from upload_list where id = 'talk-first'").get()?.['logged'] ?? 0);
	} finally {
		db.close();
	}
}

test('a file on a list of the wiki itself waits for its uploader to read why, and not longer', async () => {
	const listed = file('Listed.png', landscape(96, 72, 21));
	const { md5 } = await hashesOf(listed);
	await stack.wiki.edit('Admin', listPage, md5);
	// Lists on pages are read when the service starts, and then every minute.
	await stack.stopBackend();
	await stack.startBackend();
	await expect.poll(entries, { timeout: 30_000 }).toBeGreaterThan(0);
	await openForm();
	await (await field()).uploadFile(listed);
	await says('talk-first');
	const address = page.url();
	await page.click('input[name=wpUpload]');
	await page.waitForFunction(() => document.activeElement?.classList.contains('wikihaven-panel'));
	expect(page.url()).toBe(address);
	const frame = panelFrame();
	if (!frame) throw new Error('no panel');
	await visit.press(frame, upload['upload-release']);
	await visit.says(frame, upload['upload-released']);
	await Promise.all([page.waitForNavigation(), page.click('input[name=wpUpload]')]);
	expect(await page.content()).toContain('Listed');
});
