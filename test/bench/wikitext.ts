/** How fast the wikitext worker reads a page, reads it again after an edit, and ends on pages made to be slow. */
import type { Page } from 'puppeteer-core';
import { wikitextPage } from '../browser/wikitext-page.ts';
import { hostilePages } from '../property/wikitext/hostile.ts';
import { talkPage } from '../property/wikitext/talk-page.ts';
import { wiki } from '../property/wikitext/wiki.ts';
import type { Measured } from './main.ts';

const policies = {
	WebAssembly: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
	'plain TypeScript': "default-src 'self'; script-src 'self'",
};
const MB = 1_000_000;
const runs = 7;

/** In the page: milliseconds of a first parse with loading, as the caller sees it, and in the worker of parses and edits. */
async function inPage(text: string, times: number, edits: number): Promise<Record<'cold' | 'parse' | 'edit', number>> {
	const ms = (answer: Awaited<ReturnType<typeof window.wikitext.parse>>): number => {
		if (!answer.ok) throw new Error(answer.problem);
		if (answer.value.error) throw new Error('an ERROR node');
		return answer.value.ms;
	};
	const begin = performance.now();
	ms(await window.wikitext.parse(text));
	const best = { cold: performance.now() - begin, parse: Infinity, edit: Infinity };
	for (let i = 0; i < times; i++) best.parse = Math.min(best.parse, ms(await window.wikitext.parse(text)));
	for (let i = 1; i <= edits; i++) {
		const start = Math.floor((text.length * i) / (edits + 1));
		best.edit = Math.min(best.edit, ms(await window.wikitext.edit({ start, oldEnd: start, text: 'word ' })));
	}
	return best;
}

async function measure(page: Page, engine: string): Promise<Measured[]> {
	const made = talkPage(8000, 1);
	const text = made.text.slice(0, MB);
	const inputs = `${engine}, Chromium worker, invented talk page of ${text.length} characters, best of ${runs} (others share the machine)`;
	const { cold, parse, edit } = await page.evaluate(inPage, text, runs, runs);
	const small = await page.evaluate(inPage, text.slice(0, MB / 10), runs, 0);
	const wanted = made.comments.filter((comment) => comment.lastLine < text.split('\n').length);
	const locating = await page.evaluate(
		async (source, comments, data) => {
			const begin = performance.now();
			const located = await window.wikitext.locate({ text: source, title: 'Talk:Pier' }, comments, data);
			const found = located.ok ? located.value.filter((one) => one.state === 'found').length : 0;
			return { ms: performance.now() - begin, found };
		},
		text,
		wanted,
		wiki,
	);
	const hostile: [string, number][] = [];
	for (const [name, bad] of Object.entries(hostilePages(MB))) {
		hostile.push([name, (await page.evaluate(inPage, bad.slice(0, MB), 2, 0)).parse]);
	}
	const [worst, slowest] = hostile.sort((a, b) => b[1] - a[1])[0] ?? ['', Number.NaN];
	const round = (value: number): number => Math.round(value * 100) / 100;
	const row = (what: string, value: number, unit = 'ms', more = ''): Measured => ({
		what: `${engine}: ${what}`,
		value: round(value),
		unit,
		inputs: inputs + more,
	});
	return [
		row('first parse with loading, seen from the page', cold, 'ms', ' (once)'),
		row('parse', parse),
		row('parse again after an edit', edit, 'ms', ', a word put in at as many places'),
		row('an edit against a parse', edit / parse, '×'),
		row('a character of 1 MB against one of 100 KB', parse / small.parse / 10, '×'),
		row(
			'lines of all comments, with a fresh parse',
			locating.ms,
			'ms',
			`; ${locating.found} of ${wanted.length} found`,
		),
		row('slowest hostile 1 MB', slowest, 'ms', `; ${worst}, of ${hostile.length} kinds, best of 2`),
		row('slowest hostile 1 MB against a talk page of 1 MB', slowest / parse, '×', `; ${worst}`),
	];
}

async function run(): Promise<Measured[]> {
	const rows: Measured[] = [];
	for (const [engine, csp] of Object.entries(policies)) {
		const { page, stop } = await wikitextPage(csp);
		try {
			rows.push(...(await measure(page, engine)));
		} finally {
			await stop();
		}
	}
	return rows;
}

export const bench = {
	name: 'wikitext',
	summary: 'wikitext in a worker: parse, edit, comment lines, hostile pages',
	run,
};
