/** A page in a real Chromium that has a wikitext worker of ours, bundled as the build does it, under a given CSP. */
import { build } from 'esbuild';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { wikitextAssets } from '../../build/wikitext/assets.ts';
import type { Wikitext } from '../../src/panel/workers/wikitext.ts';
import { launchChromium } from './launch.ts';

declare global {
	interface Window {
		makeWikitext(file?: string, timeout?: number): Wikitext;
		wikitext: Wikitext;
	}
}

const root = resolve(import.meta.dirname, '../..');
const client = `
	import { Wikitext } from './src/panel/workers/wikitext.ts';
	const { signal } = new AbortController();
	window.makeWikitext = (file = 'wikitext.worker.js', timeout = 20000) => new Wikitext({
		workerUrl: '/' + file, runtimeUrl: '/${wikitextAssets[0].to}', grammarUrl: '/${wikitextAssets[1].to}', signal, timeout,
	});
	window.wikitext = window.makeWikitext();`;

export interface WikitextPage {
	page: Page;
	stop(): Promise<void>;
}

/** `csp` is the policy of the page and, as it has one of its own, of the worker. */
export async function wikitextPage(csp: string): Promise<WikitextPage> {
	const folder = await mkdtemp(join(tmpdir(), 'wikihaven-wikitext-'));
	const common = { bundle: true, format: 'esm', absWorkingDir: root, outdir: folder, logLevel: 'error' } as const;
	await build({ ...common, stdin: { contents: client, resolveDir: root, sourcefile: 'client.ts' } });
	await build({
		...common,
		entryPoints: ['src/panel/workers/wikitext.worker.ts'],
		splitting: true,
		chunkNames: '[name]-[hash]',
		external: ['fs/promises', 'module'],
	});
	const assets = new Map<string, string>(wikitextAssets.map(({ from, to }) => [`/${to}`, from]));
	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		const file = assets.get(path) ?? join(folder, path === '/client.js' ? 'stdin.js' : path.replace(/[^\w.-]/g, ''));
		const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.wasm') ? 'application/wasm' : 'text/html';
		response.setHeader('Content-Security-Policy', csp);
		response.setHeader('Content-Type', type);
		if (path === '/')
			return response.end('<!doctype html><title>wikitext</title><script type=module src=/client.js></script>');
		if (path === '/hangs.js') return response.end('for (;;);');
		return readFile(file).then(
			(bytes) => response.end(bytes),
			() => response.writeHead(404).end(),
		);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { browser, stop } = await launchChromium();
	const page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	await page.waitForFunction(() => 'wikitext' in window);
	return {
		page,
		async stop() {
			await stop();
			server.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
