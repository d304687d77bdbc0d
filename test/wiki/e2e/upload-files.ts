/** Files that a test of uploads makes: hostile ones, and videos that the browser records from pictures of ours. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type upload from '../../../src/i18n/upload/en.json';
import { landscape } from '../seeds/picture.ts';

const uses = (n: number): string => `<g id="a${n + 1}">${`<use xlink:href="#a${n}"/>`.repeat(10)}</g>`;
const bomb = [
	'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">',
	'<g id="a0"><rect width="9" height="9"/></g>',
	...Array.from({ length: 30 }, (_, n) => uses(n)),
	'<script>fetch("/w/evil")</script><image href="/w/evil"/></svg>',
].join('');
function hugePng(): Uint8Array {
	const bytes = landscape(96, 72, 5).slice();
	new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 30_000);
	new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 30_000);
	return bytes;
}
/** The head of a WebM file (EBML, RFC 8794, section 8), and nothing that it promises. */
const brokenVideo = (): Uint8Array =>
	Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...Array.from({ length: 999 }, () => 7)]);

/** Its name, its bytes, and the message that its uploader is to see. */
export const hostile: readonly (readonly [string, string, () => Uint8Array | string, keyof typeof upload])[] = [
	['a drawing made to hang', 'Bomb.svg', () => bomb, 'upload-large'],
	['a picture of 30,000 × 30,000', 'Huge.png', hugePng, 'upload-large'],
	['a picture cut off', 'Cut.png', () => landscape(96, 72, 6).subarray(0, 300), 'upload-broken'],
	['a text called a picture', 'Text.png', () => 'There is no picture in this file at all.', 'upload-mislabelled'],
	['a broken video', 'Broken.webm', brokenVideo, 'upload-unplayed'],
];

/**
 * A WebM video of one picture (PNG), made by the browser itself: black for `blackMs` and then the picture, until a second and
 * a half are over, so that the picture stands at its end however slowly it is recorded.
 */
export async function recordVideo(page: Page, picture: Uint8Array, blackMs: number): Promise<Uint8Array> {
	const address = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
	const recorded = await page.evaluate(
		async (from, black) => {
			const image = new Image();
			image.src = from;
			await image.decode();
			const canvas = document.createElement('canvas');
			canvas.width = image.naturalWidth;
			canvas.height = image.naturalHeight;
			const context = canvas.getContext('2d');
			const draw = (since: number): void => {
				if (since < black) context?.fillRect(0, 0, canvas.width, canvas.height);
				else context?.drawImage(image, 0, 0);
			};
			draw(0);
			const options = { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 20_000_000 };
			const recorder = new MediaRecorder(canvas.captureStream(), options);
			const parts: Blob[] = [];
			recorder.ondataavailable = ({ data }) => parts.push(data);
			const stopped = new Promise((give) => (recorder.onstop = give));
			recorder.start();
			const begun = performance.now();
			for (let since = 0; since < 1500; since = performance.now() - begun) {
				await new Promise(requestAnimationFrame);
				draw(since);
			}
			recorder.stop();
			await stopped;
			const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
			return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
		},
		address,
		blackMs,
	);
	return new Uint8Array(Buffer.from(recorded, 'base64'));
}

interface Mw {
	readonly loader?: { using?: unknown };
}

/** The wiki's own upload dialog, as WikiEditor opens it; gives its field for a file. */
export async function openDialog(page: Page): Promise<ElementHandle<HTMLInputElement>> {
	// The start of every page's scripts has a queue in its place.
	await page.waitForFunction(() => 'mw' in window && typeof (window.mw as Mw).loader?.using === 'function');
	await page.evaluate(async () => {
		interface Windows {
			addWindows(windows: unknown[]): void;
			openWindow(window: unknown): void;
		}
		interface Wiki {
			mw: {
				loader: { using(modules: string[]): Promise<unknown> };
				Upload: { Dialog: new (config: object) => unknown };
				ForeignStructuredUpload: { BookletLayout: unknown };
			};
			OO: { ui: { WindowManager: new () => Windows & { $element: { appendTo(parent: Element): void } } } };
		}
		const wiki = window as unknown as Wiki;
		await wiki.mw.loader.using(['mediawiki.Upload.Dialog', 'mediawiki.ForeignStructuredUpload.BookletLayout']);
		const windows = new wiki.OO.ui.WindowManager();
		windows.$element.appendTo(document.body);
		const dialog = new wiki.mw.Upload.Dialog({ bookletClass: wiki.mw.ForeignStructuredUpload.BookletLayout });
		windows.addWindows([dialog]);
		windows.openWindow(dialog);
	});
	await page.waitForSelector('.oo-ui-window-ready .oo-ui-selectFileInputWidget');
	const field = await page.waitForSelector('.oo-ui-window-ready .oo-ui-selectFileInputWidget input[type=file]');
	return field as ElementHandle<HTMLInputElement>;
}

/** Drops a file of this device there as a person does. */
export async function dropFile(page: Page, path: string, x: number, y: number): Promise<void> {
	const session = await page.createCDPSession();
	const data = { items: [], files: [path], dragOperationsMask: 1 };
	for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
		await session.send('Input.dispatchDragEvent', { type, x, y, data });
	}
	await session.detach();
}

/** Pastes as a person does, again until it has come: the panel that opens for the file before may take the focus just then. */
export async function pasteInto(page: Page, field: string, hasCome: () => boolean): Promise<void> {
	for (let tries = 0; tries < 20 && !hasCome(); tries++) {
		await page.focus(field);
		await page.keyboard.down('Control');
		await page.keyboard.press('KeyV', { commands: ['Paste'] });
		await page.keyboard.up('Control');
		await new Promise((go) => setTimeout(go, 1500));
	}
}
