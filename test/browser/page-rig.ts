/** A real wiki with the built gadget deployed, for tests of the page: and a stand-in for the backend's panel. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'puppeteer-core';
import type { Intent, PageFacts } from '../../src/contract/page-panel.ts';
import { deployGadget } from '../wiki/gadget.ts';
import type { Wiki } from '../wiki/start.ts';
import { testWiki } from '../wiki/testbed.ts';

/**
 * Takes the port as the real panel does and keeps what it is told to open. It stands in for the real panel because tests of
 * the page must see the intent itself, and the real panel shows only what a person needs of it.
 */
const panelPage = `<!doctype html><meta charset="utf-8"><title>stand-in</title><button>inside</button><script>
window.intents = [];
addEventListener('message', ({ data, ports: [port] }) => {
	if (data.type !== 'wikihaven-panel') return;
	let last = 0;
	const waiting = new Map();
	window.ask = (verb, args) => new Promise((give) => {
		waiting.set(++last, give);
		port.postMessage({ type: 'request', id: last, body: { verb, args } });
	});
	port.onmessage = ({ data: { type, id, body } }) => {
		if (type === 'reply') return waiting.get(id)?.(body);
		window.intents.push(body.args);
		port.postMessage({ type: 'reply', id, body: { ok: true, value: {} } });
	};
});
addEventListener('keydown', (event) => event.key === 'Escape' && window.ask('close', {}));
</script>`;

export interface Rig {
	readonly wiki: Wiki;
	/** Origin of the stand-in; another site than the wiki's, as in life. */
	readonly origin: string;
	/** Paths that were asked of it. */
	readonly asked: string[];
	/** Runs the deploy command; gives what it printed. */
	deploy(...options: string[]): Promise<string>;
	stop(): Promise<void>;
}

export async function startRig(settings = ''): Promise<Rig> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.setHeader('content-type', 'text/html');
		response.end(panelPage);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const origin = `http://haven.localhost:${(server.address() as AddressInfo).port}`;
	const wiki = await testWiki({ seeds: 'demo', settings });
	const deploy = (...options: string[]): Promise<string> => deployGadget(wiki, ...options);
	return {
		wiki,
		origin,
		asked,
		deploy,
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await wiki.stop();
		},
	};
}

export const skins = ['vector-2022', 'vector', 'monobook', 'timeless', 'minerva'] as const;
export const buttons = '.wikihaven-report';

/** The frame of the stand-in, once it has been told what to open. */
export async function panelOf(page: Page, origin: string): Promise<Frame> {
	const frame = await page.waitForFrame((one) => one.url().startsWith(`${origin}/panel/`));
	await frame.waitForFunction('window.intents.length > 0');
	return frame;
}

/** What the panel was last told to open. */
export async function intentIn(frame: Frame): Promise<Intent> {
	return frame.evaluate(() => (window as unknown as { intents: Intent[] }).intents.at(-1) as Intent);
}

/** Asks the page something over the port, as the panel does. */
export async function askPage(
	frame: Frame,
	verb: string,
	args: object = {},
): Promise<{ ok: boolean; value: PageFacts }> {
	return frame.evaluate(
		(name, given) =>
			(window as unknown as { ask(verb: string, args: object): Promise<{ ok: boolean; value: PageFacts }> }).ask(
				name,
				given,
			),
		verb,
		args,
	);
}

/** As after the consent of an earlier visit, given to this stand-in. */
export async function agreeTo(page: Page, wiki: Wiki, origin: string): Promise<void> {
	await page.goto(`${wiki.base}/wiki/Special:BlankPage`);
	await page.evaluate((value) => localStorage.setItem('wikihaven-consent', value), origin);
}
