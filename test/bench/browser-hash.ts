/** How long a photograph of 12 megapixels takes in the browser's worker, all hashes, and what the page's own thread feels of it. */
import { cpus } from 'node:os';
import { startHashPage } from '../browser/hash-page.ts';
import { launchChromium } from '../browser/launch.ts';
import type { Bench, Measured } from './main.ts';

const runs = 9;

/** In the page: a made-up photograph, hashed by the panel's own pool of workers. */
const script = `
import { createHashPool } from './src/panel/workers/hash.ts';
const long = [];
new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask' });
async function photograph() {
	const canvas = new OffscreenCanvas(4032, 3024);
	const context = canvas.getContext('2d');
	let state = 7;
	const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
	for (let n = 0; n < 4000; n++) {
		context.fillStyle = 'hsl(' + next() * 360 + ' 50% ' + next() * 90 + '%)';
		context.beginPath();
		context.arc(next() * 4032, next() * 3024, next() * 90, 0, 7);
		context.fill();
	}
	// Grain, as of a camera: the file gets as heavy as a real photograph.
	const dots = context.getImageData(0, 0, 4032, 3024);
	dots.data.forEach((value, at, all) => (all[at] = value + (next() - 0.5) * 24));
	context.putImageData(dots, 0, 0);
	return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
globalThis.measure = async (runs) => {
	const file = await photograph();
	const pool = createHashPool('/worker.js', new AbortController().signal);
	const times = [];
	let views = 0;
	await pool.run((hashing) => hashing.file(file, () => undefined));
	await new Promise((go) => setTimeout(go, 300));
	const from = performance.now();
	for (let n = 0; n < runs; n++) {
		const before = performance.now();
		const hashed = await pool.run((hashing) => hashing.file(file, () => undefined));
		times.push(performance.now() - before);
		views = hashed.value.views.length;
	}
	await new Promise((go) => setTimeout(go, 300));
	const longest = Math.max(0, ...long.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration));
	return { times: times.sort((a, b) => a - b), longest, views, size: file.size };
};
`;

interface Answer {
	readonly times: number[];
	readonly longest: number;
	readonly views: number;
	readonly size: number;
}
declare const measure: (runs: number) => Promise<Answer>;

async function inBrowser(): Promise<Answer> {
	const { url, stop: close } = await startHashPage(script);
	const { browser, stop } = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.goto(url);
		await page.waitForFunction(() => 'measure' in globalThis);
		return await page.evaluate((count) => measure(count), runs);
	} finally {
		await stop();
		close();
	}
}

export const bench: Bench = {
	name: 'browser-hash',
	summary: 'All hashes of a 12 megapixel photograph in Chromium, and the longest task of its main thread.',
	async run(): Promise<Measured[]> {
		const { times, longest, views, size } = await inBrowser();
		const inputs = `JPEG 4032 × 3024, ${size} bytes, ${views} views, MD5, SHA-1, SHA-256; ${runs} runs, ${cpus().length} cores, load and all`;
		return [
			{ what: 'file to hashes, median', value: times[runs >> 1] ?? 0, unit: 'ms', inputs },
			{ what: 'file to hashes, fastest', value: times[0] ?? 0, unit: 'ms', inputs },
			{
				what: 'longest main-thread task',
				value: longest,
				unit: 'ms',
				inputs: 'tasks of 50 ms and more are told by the browser',
			},
		];
	},
};
