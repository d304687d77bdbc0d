/** Reports sent while the way is closed, and browsers that die: kept, shown as waiting, sent exactly once later. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { launchChromium } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { Visit, words } from './drive.ts';
import { reportIds, reportsReach } from './store.ts';

const extension = join(root, 'dist', 'chromium');
let stack: Stack;
let before: number;
beforeAll(async () => {
	stack = await startStack();
	await stack.deployGadget();
});
afterAll(() => stack?.stop());
beforeEach(() => {
	before = reportIds(stack).length;
});

async function visit(browser: Browser): Promise<Visit> {
	const person = await Visit.open(browser, stack);
	await person.goto('Talk:Village pond');
	return person;
}

/** All done but the last click, with the recipients known. */
async function ready(person: Visit, client: 'extension' | 'gadget', first: boolean) {
	await person.pressReport('Bo');
	if (client === 'gadget' && first) await person.agreeInPage();
	const panel = await person.panel();
	await person.choose(panel, 'insults');
	if (client === 'extension' && first) await person.pressWords(panel, 'consent-agree');
	await person.isReady(panel);
	return panel;
}

/** Ends the extension's background as the browser does and waits until it is gone. Nothing is attached to it: that holds it back. */
async function killBackground(browser: Browser): Promise<void> {
	const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
	const gone = new Promise<void>((done) => {
		browser.on('targetdestroyed', (one) => {
			if (one === target) done();
		});
	});
	const session = await browser.target().createCDPSession();
	const { targetInfos } = await session.send('Target.getTargets');
	const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url === target.url());
	if (!worker) throw new Error('There is no background to kill');
	await session.send('Target.closeTarget', { targetId: worker.targetId });
	await gone;
}

describe('the extension in Chromium', () => {
	test('R11 backend down at sending, browser killed: sent once by the next start, before any panel is opened', async () => {
		const first = await launchChromium({ extension });
		const person = await visit(first.browser);
		const panel = await ready(person, 'extension', true);
		await stack.stopBackend();
		await person.pressWords(panel, 'send');
		await person.says(panel, words('waiting-heading'));
		first.browser.process()?.kill('SIGKILL');
		await first.stop({ keep: true });
		await stack.startBackend();
		const again = await launchChromium({ extension, profile: first.profile });
		try {
			expect(await reportsReach(stack, before + 1, 90_000)).toBe(before + 1);
			// The panel knows it too.
			const later = await visit(again.browser);
			const home = await later.home();
			await later.pressWords(home, 'mine-title');
			await later.says(home, words('state-received'));
			expect(reportIds(stack)).toHaveLength(before + 1);
		} finally {
			await again.stop();
		}
	});

	test('R11 background killed in mid-request: sent once', async () => {
		const chromium = await launchChromium({ extension });
		try {
			const person = await visit(chromium.browser);
			const panel = await ready(person, 'extension', true);
			// The backend takes the request and does not answer: the background dies with it under way.
			stack.pauseBackend();
			await person.pressWords(panel, 'send');
			await person.says(panel, words('sending'));
			await sleep(1000);
			await killBackground(chromium.browser);
			stack.resumeBackend();
			expect(await reportsReach(stack, before + 1, 90_000)).toBe(before + 1);
			// The dead one's lease has to run out first.
			await person.says(panel, words('sent-words'), 90_000);
			await person.page.close();
			const later = await visit(chromium.browser);
			const home = await later.home();
			await later.pressWords(home, 'mine-title');
			await later.says(home, words('state-received'));
			expect(reportIds(stack)).toHaveLength(before + 1);
		} finally {
			await chromium.stop();
		}
	});

	test('R11 what was typed is there again after the browser was killed', async () => {
		const first = await launchChromium({ extension });
		const person = await visit(first.browser);
		const panel = await person.report('Bo', 1);
		await person.choose(panel, 'hounding');
		await person.pressText(panel, 'details-title');
		await panel.type('textarea', 'three times this week');
		await sleep(600);
		first.browser.process()?.kill('SIGKILL');
		await first.stop({ keep: true });
		const again = await launchChromium({ extension, profile: first.profile });
		try {
			const later = await visit(again.browser);
			const found = await later.report('Bo', 1);
			await found.waitForFunction(() => document.querySelector('textarea')?.value === 'three times this week');
			expect(await found.$eval('input[value="hounding"]', (chip) => (chip as HTMLInputElement).checked)).toBe(true);
		} finally {
			await again.stop();
		}
	});
});

describe('the gadget', () => {
	test('R11 offline at sending, tab closed: shown as waiting, sent once when the panel is opened again', async () => {
		const chromium = await launchChromium();
		try {
			const person = await visit(chromium.browser);
			const panel = await ready(person, 'gadget', true);
			await stack.stopBackend();
			await person.pressWords(panel, 'send');
			await person.says(panel, words('waiting-heading'));
			await person.page.close();
			await stack.startBackend();
			expect(reportIds(stack)).toHaveLength(before);
			const later = await visit(chromium.browser);
			await later.home();
			expect(await reportsReach(stack, before + 1, 60_000)).toBe(before + 1);
		} finally {
			await chromium.stop();
		}
	});
});
