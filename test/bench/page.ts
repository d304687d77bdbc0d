/** What a page view costs: the bytes of the page's code, and the time it takes to draw its buttons on a big talk page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../build/setup/folders.ts';
import { cssAsText } from '../../build/bundle/css.ts';
import { launchChromium } from '../browser/launch.ts';
import type { Bench, Measured } from './main.ts';
import { talkPage } from './talk-page.ts';

const comments = 500;
const runs = 9;

/** The page's code as the hosts start it, with a host that opens nothing. */
const entry = `
	import { startPage } from './src/page/main.ts';
	const facts = { wiki: 'https://wiki.example/w', articlePath: '/wiki/$1', title: 'Talk:Lamp', revision: 1, language: 'en',
		dir: 'ltr', theme: 'day', skin: 'vector-2022', user: null };
	globalThis.start = (signal) =>
		startPage({ facts: () => facts, openPanel() {}, switchedOff: async () => [], signal });`;

interface Started {
	start(signal: AbortSignal): Promise<void>;
}

/** In the page: until the code has returned control for the last time, with every button there. */
async function measure(times: number, wanted: number): Promise<{ ms: number; drawn: number }> {
	const all: number[] = [];
	let drawn = 0;
	for (let n = 0; n < times; n++) {
		const life = new AbortController();
		const before = performance.now();
		await (globalThis as unknown as Started).start(life.signal);
		while (document.querySelectorAll('.wikihaven-report').length < wanted && performance.now() - before < 5000)
			await new Promise((wake) => setTimeout(wake));
		all.push(performance.now() - before);
		drawn = document.querySelectorAll('.wikihaven-report').length;
		life.abort();
	}
	return { ms: Math.min(...all), drawn };
}

async function run(): Promise<Measured[]> {
	const sizes = JSON.parse(readFileSync(join(root, 'dist', 'sizes.json'), 'utf8')) as {
		bundle: Record<string, { gzip: number }>;
	};
	const code = await build({
		stdin: { contents: entry, resolveDir: root, loader: 'ts' },
		bundle: true,
		minify: true,
		format: 'iife',
		target: 'es2022',
		write: false,
		plugins: [cssAsText],
	});
	const { browser, stop } = await launchChromium();
	try {
		const at = async (html: string, wanted: number): Promise<{ ms: number; drawn: number }> => {
			const page = await browser.newPage();
			await page.setContent(`<div id="mw-content-text"><div class="mw-parser-output">${html}</div></div>`);
			await page.evaluate(code.outputFiles[0]?.text ?? '');
			const measured = await page.evaluate(measure, runs, wanted);
			await page.close();
			return measured;
		};
		const full = await at(talkPage(comments), comments);
		const empty = await at('', 0);
		const inputs = `${full.drawn} buttons on ${comments} comments, best of ${runs}, Chromium; empty page ${empty.ms.toFixed(2)} ms`;
		return [
			...['page.extension', 'page.gadget'].map((name) => ({
				what: `${name}, gzipped`,
				value: sizes.bundle[name]?.gzip ?? 0,
				unit: 'bytes',
				inputs: 'code and styles of one page view, dist/sizes.json; the budget is 12,000',
			})),
			{ what: 'find comments, draw buttons', value: full.ms - empty.ms, unit: 'ms', inputs },
			{ what: 'the same against an empty run', value: full.ms / Math.max(empty.ms, 0.1), unit: '×', inputs },
		];
	} finally {
		await stop();
	}
}

export const bench: Bench = {
	name: 'page',
	summary: 'bytes of code on every page view, and time to find comments and draw buttons on a 500-comment page',
	run,
};
