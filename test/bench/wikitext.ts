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

/** In the page: milliseconds in the worker for a first parse (with loading, as the caller sees it), parses and edits. */
async function inPage(text: string, times: number): Promise<{ cold: number; parse: number[]; edit: number[] }> {
	const ms = (answer: Awaited<ReturnType<typeof window.wikitext.parse>>): number => {
		if (!answer.ok) throw new Error(answer.problem);
		if (answer.value.error) throw new Error('an ERROR node');
		return answer.value.ms;
	};
	const begin = performance.now();
	ms(await window.wikitext.parse(text));
	const cold = performance.now() - begin;
	const parse: number[] = [];
	const edit: number[] = [];
	for (let i = 0; i < times; i++) {
		parse.push(ms(await window.wikitext.parse(text)));
		const start = Math.floor((text.length * (i + 1)) / (times + 1));
		edit.push(ms(await window.wikitext.edit({ start, oldEnd: start, text: 'word ' })));
	}
	return { cold, parse, edit };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function measure(page: Page, engine: string): Promise<Measured[]> {
	const made = talkPage(8000, 1);
	const text = made.text.slice(0, MB);
	const inputs = `${engine}, Chromium worker, invented talk page of ${text.length} characters, median of ${runs}`;
	const { cold, parse, edit } = await page.evaluate(inPage, text, runs);
	const small = await page.evaluate(inPage, text.slice(0, MB / 10), runs);
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
		hostile.push([name, median((await page.evaluate(inPage, bad.slice(0, MB), 3)).parse)]);
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
		row('parse', median(parse)),
		row('parse again after an edit', median(edit), 'ms', ', a word put in at as many places'),
		row('an edit against a parse', median(edit) / median(parse), '×'),
		row('a character of 1 MB against one of 100 KB', median(parse) / median(small.parse) / 10, '×'),
		row(
			'lines of all comments, with a fresh parse',
			locating.ms,
			'ms',
			`; ${locating.found} of ${wanted.length} found`,
		),
		row('slowest hostile 1 MB', slowest, 'ms', `; ${worst}, of ${hostile.length} kinds, median of 3`),
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
