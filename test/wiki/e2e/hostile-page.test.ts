/** A hostile script in the wiki's own site JavaScript, which reads all it can while somebody types a report. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import follow from '../../../src/i18n/follow/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { Visit, words } from './drive.ts';
import { hostileScript } from './hostile-script.ts';

let stack: Stack;
beforeAll(async () => {
	stack = await startStack();
	await stack.deployGadget();
	await stack.wiki.edit('Admin', 'MediaWiki:Common.js', hostileScript);
});
afterAll(() => stack?.stop());

const canary = 'qqCanaryqq he wrote to my employer qqCanaryqq';

/** Nothing that holds the canary, nor the canary key by key, nor a key. */
function isClean(got: string): void {
	expect(got.length).toBeGreaterThan(1000);
	expect(got).not.toContain('qqCanaryqq');
	expect(got).not.toContain('employer');
	// Letters of the canary that are not typed into the page itself.
	for (const key of 'qCny') expect(got.split('\n')).not.toContain(`key:${key}`);
	expect(got).not.toContain('AGE-SECRET-KEY');
}

/** All that the script has got hold of, with what it can still read at the end. */
const loot = (visit: Visit): Promise<string> => visit.page.evaluate('window.hostileLoot()') as Promise<string>;

describe.each([
	{ name: 'extension', extension: join(root, 'dist', 'chromium') },
	{ name: 'gadget', extension: undefined },
])('with the $name', ({ name, extension }) => {
	let chromium: Launched;
	let visit: Visit;
	beforeAll(async () => {
		chromium = await launchChromium(extension ? { extension } : {});
		visit = await Visit.open(chromium.browser, stack);
		await visit.goto('Talk:Village pond');
	});
	afterAll(() => chromium?.stop());

	test('the script does run and does hear what is typed into the page itself', async () => {
		await visit.page.waitForFunction('typeof window.hostileLoot === "function"');
		await visit.page.evaluate(() =>
			document.body.append(Object.assign(document.createElement('input'), { id: 'bait' })),
		);
		await visit.page.type('#bait', 'BaitWord');
		const heard = await loot(visit);
		expect(heard).toContain('BaitWord');
		expect(heard.split('\n')).toContain('key:B');
		await visit.page.evaluate(() => document.querySelector('#bait')?.remove());
	});

	test('R8 it gets 0 characters of a report that is typed and sent', async () => {
		await visit.pressReport('Bo');
		if (name === 'gadget') await visit.agreeInPage();
		const panel = await visit.panel();
		await visit.choose(panel, 'doxing');
		if (name === 'extension') await visit.pressWords(panel, 'consent-agree');
		await visit.pressText(panel, 'details-title');
		await panel.type('textarea', canary);
		await visit.send(panel);
		await visit.says(panel, words('sent-words'));
		isClean(await loot(visit));
	});

	test('R8 nor of its return code and of a message to the handlers', async () => {
		const panel = await visit.panel();
		const code = await panel.$eval('[aria-labelledby="wh-code"] textarea', (area) => area.value);
		expect(code).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
		await visit.pressWords(panel, 'go-home');
		await visit.pressWords(panel, 'mine-title');
		await visit.hit(await panel.waitForSelector('.wh-card:first-child .cdx-button'));
		await (await panel.waitForSelector(`::-p-aria([name="${follow['follow-write']}"])`))?.type(canary);
		await visit.press(panel, follow['follow-write-send']);
		await visit.says(panel, follow['follow-write-sent']);
		const got = await loot(visit);
		isClean(got);
		expect(got).not.toContain(code.slice(0, 11));
		expect(got).not.toContain(code.slice(-11));
		expect(got).not.toContain(code.replaceAll('-', ''));
	});

	test('R8 nor of what somebody in danger types', async () => {
		const panel = await visit.report('Emeka');
		await visit.pressWords(panel, 'danger-link');
		await visit.hit(await panel.waitForSelector('.wh-chip:has(input[value="me"])'));
		await panel.type('textarea', canary);
		await visit.send(panel);
		await visit.says(panel, words('sent-words'));
		isClean(await loot(visit));
	});

	test('it cannot press our buttons, and what it draws itself opens nothing', async () => {
		await visit.goto('Talk:Village pond');
		await visit.page.waitForSelector('.wikihaven-report');
		await visit.page.evaluate(() => {
			for (const button of document.querySelectorAll<HTMLElement>('.wikihaven-report')) button.click();
		});
		await visit.page.waitForFunction(() => document.readyState === 'complete');
		expect(visit.page.frames()).toHaveLength(1);
	});
});

test('a page that embeds the panel by itself gets an empty frame', async () => {
	const chromium = await launchChromium({ extension: join(root, 'dist', 'chromium') });
	try {
		const visit = await Visit.open(chromium.browser, stack);
		await visit.goto('Talk:Village pond');
		const real = await visit.report('Bo');
		// The address that only our own script knows: a page that learned it would still need the ticket.
		const address = await (await real.frameElement())?.evaluate((frame) => (frame as HTMLIFrameElement).src);
		await visit.page.evaluate((src) => {
			const frame = document.createElement('iframe');
			frame.id = 'stolen';
			frame.src = src ?? '';
			document.body.append(frame);
			const { port2 } = new MessageChannel();
			frame.addEventListener('load', () =>
				frame.contentWindow?.postMessage({ type: 'wikihaven-panel', ticket: 'A'.repeat(43) }, '*', [port2]),
			);
		}, address);
		const handle = await visit.page.waitForSelector('#stolen');
		const stolen = await handle?.contentFrame();
		await stolen?.waitForFunction(() => document.readyState === 'complete');
		// Time enough for anything that would be drawn: the real one is drawn by now.
		await visit.page.waitForNetworkIdle({ idleTime: 1000 });
		expect(await stolen?.evaluate(() => document.body?.innerText ?? '')).toBe('');
	} finally {
		await chromium.stop();
	}
});
