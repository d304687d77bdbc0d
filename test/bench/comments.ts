/** How fast comments are found in a real browser, and whether the cost grows in step with the page. */
import { build } from 'esbuild';
import type { findComments, readComments } from '../../src/engines/comments/comments.ts';
import type { findSignatures } from '../../src/engines/comments/shape.ts';
import { launchChromium } from '../browser/launch.ts';
import type { Bench, Measured } from './main.ts';
import { englishWiki, talkPage } from './talk-page.ts';

interface Engine {
	findComments: typeof findComments;
	readComments: typeof readComments;
	findSignatures: typeof findSignatures;
}

interface Run {
	found: number;
	cold: number;
	warm: number;
	shape: number;
	slice: number;
	/** Visiting every node and doing nothing: what the browser itself takes. */
	walk: number;
}

const SIZES = [100, 500, 1000, 5000, 10_000];
const ENTRY = `
	import { findComments, readComments } from './src/engines/comments/comments.ts';
	import { findSignatures } from './src/engines/comments/shape.ts';
	globalThis.engine = { findComments, readComments, findSignatures };`;

/** Runs in the page: the first time, then the best of several (others share the machine), and the longest slice. */
function measure(wiki: typeof englishWiki): Run {
	const { engine } = globalThis as unknown as { engine: Engine };
	const time = (run: () => void): number => {
		const before = performance.now();
		run();
		return performance.now() - before;
	};
	let found = 0;
	const all = (): void => {
		found = engine.findComments(document.body, wiki, 'Talk:Lamp').length;
	};
	const cold = time(all);
	const warm = Math.min(...Array.from({ length: 7 }, () => time(all)));
	const shape = Math.min(...Array.from({ length: 7 }, () => time(() => engine.findSignatures(document.body))));
	const visit = (): void => {
		const walker = document.createTreeWalker(document.body);
		while (walker.nextNode());
	};
	const walk = Math.min(...Array.from({ length: 7 }, () => time(visit)));
	const work = engine.readComments(document.body, { ...wiki }, 'Talk:Lamp', () => performance.now());
	let slice = 0;
	for (;;) {
		const before = performance.now();
		const more = work.step(10);
		slice = Math.max(slice, performance.now() - before);
		if (!more) break;
	}
	const last = time(() => work.result());
	return { found, cold, warm, shape, walk, slice: Math.max(slice, last) };
}

async function run(): Promise<Measured[]> {
	const root = new URL('../..', import.meta.url).pathname;
	const code = await build({
		stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
		bundle: true,
		minify: true,
		format: 'iife',
		target: 'es2022',
		write: false,
	});
	const { browser, stop } = await launchChromium();
	const rows: Measured[] = [];
	const perComment = new Map<number, number>();
	const perVisit = new Map<number, number>();
	try {
		for (const size of SIZES) {
			const page = await browser.newPage();
			await page.setContent(talkPage(size));
			await page.evaluate(code.outputFiles[0]?.text ?? '');
			const got = await page.evaluate(measure, englishWiki);
			await page.close();
			const inputs = `${got.found} comments, Chromium`;
			perComment.set(size, got.warm / size);
			perVisit.set(size, got.walk / size);
			const row = (what: string, value: number, unit = 'ms'): void => {
				rows.push({ what, value: Math.round(value * 100) / 100, unit, inputs });
			};
			row('all comments, first run', got.cold);
			row('all comments, warm (best of 7)', got.warm);
			row('likely signatures without data (best of 7)', got.shape);
			row('longest slice of 10 ms', got.slice);
		}
	} finally {
		await stop();
	}
	const growth = (of: Map<number, number>): number => (of.get(10_000) ?? 0) / (of.get(500) ?? 1);
	const inputs = '10,000 and 500 comments, warm; 1 is linear';
	rows.push(
		{ what: 'cost of a comment on a large page against a small one', value: growth(perComment), unit: '×', inputs },
		{ what: 'the same of merely visiting the nodes', value: growth(perVisit), unit: '×', inputs },
	);
	return rows;
}

export const bench: Bench = { name: 'comments', summary: 'who wrote what on a talk page, in Chromium', run };
