/** The hash worker in real browsers: the bits of the command line for every picture, small and large, in one thread and in two. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { loadCore } from '../../src/engines/pdq/wasm-core.ts';
import { hashBytes } from '../../src/host/cli/file-hashes.ts';
import { shortened } from '../../src/host/cli/upload-hasher.ts';
import type { HashedFile } from '../../src/panel/workers/hash-session.ts';
import { startHashPage } from './hash-page.ts';
import { launchChromium, launchFirefox } from './launch.ts';

interface Answer extends HashedFile {
	readonly name: string;
	/** The file itself, where the page made it; base64. */
	readonly bytes: string;
}
declare const hashAll: (files: Record<string, string>) => Promise<Answer[]>;

/** In the page: hashes what it is given, and pictures large enough for two threads that it draws itself. */
const script = `
import { createHashPool } from './src/panel/workers/hash.ts';
const bytesOf = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
async function drawn(width, height, type, clear) {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: clear });
	for (let n = 0; n < 900; n++) {
		context.fillStyle = 'hsl(' + n * 77 % 360 + ' 50% ' + n * 31 % 90 + '%)';
		context.beginPath();
		context.arc(n * 733 % width, n * 397 % height, 20 + n * 13 % 90, 0, 7);
		context.fill();
	}
	return canvas.convertToBlob({ type, quality: 0.8 });
}
globalThis.hashAll = async (files) => {
	const given = Object.entries(files).map(([name, base64]) => ({ name, bytes: '', blob: new Blob([bytesOf(base64)]) }));
	const made = [];
	for (const [width, height, type, clear] of [[2003, 1009, 'image/jpeg'], [1200, 1801, 'image/png'], [1801, 1205, 'image/png', true]]) {
		const blob = await drawn(width, height, type, clear ?? false);
		const all = new Uint8Array(await blob.arrayBuffer());
		let text = '';
		for (let at = 0; at < all.length; at += 8192) text += String.fromCharCode(...all.subarray(at, at + 8192));
		made.push({ name: width + ' × ' + height + ' ' + type + (clear ? ', clear' : ''), bytes: btoa(text), blob });
	}
	const ending = new AbortController();
	const pool = createHashPool('/worker.js', ending.signal);
	const waiting = new Set();
	const answers = Promise.all([...given, ...made].map(async ({ name, bytes, blob }) => {
		waiting.add(name);
		const { value, problem } = await pool.run((hashing) => hashing.file(blob, () => undefined));
		waiting.delete(name);
		if (!value) throw new Error(name + ': ' + problem);
		return { name, bytes, ...value };
	}));
	const late = new Promise((_, no) => setTimeout(() => no(new Error('no answer: ' + [...waiting].join(', '))), 90_000));
	const told = await Promise.race([answers, late]);
	ending.abort();
	return told;
};
`;

const fixtures = Object.fromEntries(
	['pictures', 'pdq'].flatMap((folder) => {
		const from = join(root, 'test', 'fixtures', folder);
		const names = readdirSync(from).filter((name) => /\.(png|jpg|gif|webp)$/.test(name));
		return names.map((name) => [name, readFileSync(join(from, name)).toString('base64')] as const);
	}),
);

const differing = (a: string, b: string): number => {
	const bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
	return [...bits.toString(2)].filter((bit) => bit === '1').length;
};

test.each([
	['Chromium', launchChromium],
	['Firefox', launchFirefox],
])('%s: every hash of every picture is that of the command line', async (_, launch) => {
	const { url, stop: close } = await startHashPage(script);
	const { browser, stop } = await launch();
	try {
		const page = await browser.newPage();
		await page.goto(url);
		await page.waitForFunction(() => 'hashAll' in globalThis);
		const answers = await page.evaluate((files) => hashAll(files), fixtures);
		expect(answers).toHaveLength(Object.keys(fixtures).length + 3);
		const core = loadCore();
		for (const { name, bytes, views, kind, unread, ...exact } of answers) {
			const file = Buffer.from(bytes || (fixtures[name] ?? ''), 'base64');
			const own = shortened(await hashBytes(core, file));
			expect(unread, `${name}, ${kind}`).toBe(null);
			expect(exact, name).toMatchObject({ md5: own.md5, sha1: own.sha1, sha256: own.sha256 });
			const wanted = own.views.map(({ view, hash }) => `${view} ${hash}`);
			const off = views.map(({ view, hash }, at) => {
				const other = own.views[at];
				return other?.view === view ? differing(hash, other.hash) : 256;
			});
			expect(views, name).toHaveLength(wanted.length);
			// Browsers know their own way from inks to colours.
			expect(Math.max(0, ...off), `${name}: bits apart`).toBeLessThanOrEqual(name === 'cmyk.jpg' ? 2 : 0);
		}
	} finally {
		await stop();
		close();
	}
});
