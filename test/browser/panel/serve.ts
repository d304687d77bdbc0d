/** Builds the panel with the test's world, serves it under a strict policy, and drives it in Chromium. */
import { mkdir, mkdtemp, readFile, rm, writeFile, cp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildPanel } from '../../../build/bundle/code.ts';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium } from '../launch.ts';
import type { Intent } from '../../../src/contract/page-panel.ts';
import type { Wishes, World } from './world.ts';

declare const world: World;

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
};
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";
/** Stricter than any host's: what would let words of others become code fails here. A worker starts workers by address. */
const policyOf = (path: string): string =>
	path.startsWith('/workers/') ? policy : `${policy}; require-trusted-types-for 'script'`;
const html = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1">
<title>panel</title><script type="module" src="panel.js"></script></head><body><div id="panel"></div></body></html>`;

export async function servePanel() {
	const folder = await mkdtemp(join(tmpdir(), 'wikihaven-panel-'));
	const metafile = await buildPanel('test/browser/panel/world.ts', folder);
	await mkdir(join(folder, 'i18n'));
	await cp(join(root, 'src/i18n'), join(folder, 'i18n'), { recursive: true });
	await writeFile(join(folder, 'index.html'), html);
	// Stands in for the backend's callback page: posts what its address says.
	await writeFile(join(folder, 'callback.html'), '<script src="callback.js"></script>');
	await writeFile(
		join(folder, 'callback.js'),
		`opener.postMessage(JSON.parse(decodeURIComponent(location.hash.slice(1))), '*');`,
	);
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://x').pathname).replace(/\/$/, '/index.html');
		const give = async (): Promise<void> => {
			const file = await readFile(join(folder, path));
			response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
			response.setHeader('content-security-policy', policyOf(path));
			response.end(file);
		};
		give().catch(() => response.writeHead(404).end());
	});
	await new Promise<void>((go) => server.listen(0, go));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	const { browser, stop } = await launchChromium();
	return {
		address,
		browser,
		metafile,
		/** A page of its own storage, with the panel in it and this opened. */
		async open(wishes: Wishes, intent: Intent, size = { width: 420, height: 860 }): Promise<Page> {
			const context = await browser.createBrowserContext();
			const page = await context.newPage();
			await page.setViewport(size);
			await load(page, address, wishes, intent);
			return page;
		},
		async stop(): Promise<void> {
			await stop();
			server.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
export type Served = Awaited<ReturnType<typeof servePanel>>;

/** Loads (or loads again) the panel in a page. */
export async function load(page: Page, address: string, wishes: Wishes, intent: Intent): Promise<void> {
	await page.goto(address);
	await page.waitForFunction(() => 'world' in globalThis);
	await page.evaluate((given) => world.start(given), wishes);
	await page.evaluate((given) => world.open(given), intent);
	await page.waitForSelector('h1');
}
