/** How long a handler waits for the timeline's picture: the panel's own code in Chromium, over a wiki that is far away. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { cssAsText } from '../../build/bundle/css.ts';
import { root } from '../../build/setup/folders.ts';
import { launchChromium } from '../browser/launch.ts';
import type { Measured } from './main.ts';
import { slowWiki, type SlowWikiOptions } from './slow-wiki.ts';

const runs = 7;

/** The view as a case shows it, over the keeper's own verb and the client of a wiki's API. */
const entry = `
	import { h, render } from 'preact';
	import { answer, clientOf } from './src/contract/port.ts';
	import { timelineVerbs } from './src/contract/timeline.ts';
	import { timelineVerb } from './src/keeper/timeline.ts';
	import { Interactions } from './src/panel/features/case/timeline/interactions.tsx';
	import { PanelContext } from './src/panel/panel.ts';
	import { englishWords } from './src/panel/words/load.ts';
	import { createWikiApi } from './src/wiki/api.ts';
	globalThis.draw = async (wiki, body) => {
		const { signal } = new AbortController();
		const api = createWikiApi({ base: wiki, signal, credentials: 'omit', fetch: (url, init) => fetch(url, init) });
		const verbs = timelineVerb({ wikiApi: (_, call) => api(call), signal });
		// As between panel and background: nothing but what JSON knows.
		const send = async (request) => JSON.parse(JSON.stringify(await answer(timelineVerbs, verbs, request)));
		const words = englishWords();
		const services = { keeperFor: () => clientOf(timelineVerbs, send), asset: (name) => name, signal };
		const panel = { services, facts: { wiki, language: 'en', dir: 'ltr' }, words, t: words.t };
		const place = document.body.appendChild(document.createElement('main'));
		const before = performance.now();
		render(h(PanelContext.Provider, { value: panel }, h(Interactions, { body })), place);
		while (!place.querySelector('.wh-event') && performance.now() - before < 20_000)
			await new Promise((wake) => setTimeout(wake));
		await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
		const ms = performance.now() - before;
		const events = place.querySelectorAll('.wh-event').length;
		render(null, place);
		return { ms, events };
	};`;

interface Drawing {
	draw(wiki: string, body: object): Promise<{ ms: number; events: number }>;
}

/** `users`: whose edits these are; `at`: the end of their time. */
export async function drawn(options: SlowWikiOptions, users: readonly string[], at: number): Promise<Measured[]> {
	const wiki = await slowWiki(options);
	const code = await build({
		stdin: { contents: entry, resolveDir: root, loader: 'ts' },
		bundle: true,
		minify: true,
		format: 'iife',
		target: 'es2022',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		write: false,
		plugins: [cssAsText],
		absWorkingDir: join(root),
	});
	const { browser, stop } = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.addScriptTag({ content: code.outputFiles[0]?.text ?? '' });
		const body = { named: users, reporter: { user: null }, evidence: [], at: new Date(at).toISOString() };
		const took: number[] = [];
		let events = 0;
		for (let run = 0; run < runs; run++) {
			const seen = await page.evaluate(
				(base, given) => (globalThis as unknown as Drawing).draw(base, given),
				wiki.api.replace(/\/api\.php$/, ''),
				body,
			);
			took.push(seen.ms);
			events = seen.events;
		}
		took.sort((a, b) => a - b);
		const calls = wiki.calls.length / runs;
		const inputs = `${events} events drawn, ${options.latency ?? 0} ms each answer of a stand-in, ${calls} calls, at most ${wiki.busiest()} at once, ${runs} runs`;
		return [
			{ what: 'timeline in the panel until it is drawn, median', value: took[runs >> 1] ?? 0, unit: 'ms', inputs },
			{ what: 'the same, slowest', value: took.at(-1) ?? 0, unit: 'ms', inputs },
		];
	} finally {
		await stop();
		await wiki.stop();
	}
}
