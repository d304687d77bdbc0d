/** In Debian's Firefox: the sealed report holds the exact lines of the comment, opened here with a handler's key. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import type { GrantBody, ReportBody } from '../../../src/contract/report.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { launchFirefox } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { reportsReach } from './store.ts';

let stack: Stack;
beforeAll(async () => {
	stack = await startStack();
});
afterAll(() => stack?.stop());

async function open(identity: string, sealed: unknown): Promise<unknown> {
	if (!(sealed instanceof Uint8Array)) throw new Error('The store holds no such bytes');
	const decrypter = new Decrypter();
	decrypter.addIdentity(identity);
	return JSON.parse(await decrypter.decrypt(Uint8Array.from(sealed), 'text'));
}

/** The one report in the store, as Mira can open it. */
async function theReport(): Promise<ReportBody> {
	const secret = stack.secrets.get('Mira') ?? '';
	const { public: key } = await handlerKeysOf(secret);
	const db = new DatabaseSync(stack.database, { readOnly: true });
	const report = db.prepare('select sealed from report').get();
	const grant = db.prepare('select box from report_grant where key = ?').get(key.id);
	db.close();
	const opened = (await open(secret, grant?.['box'])) as GrantBody;
	return (await open(opened.secret, report?.['sealed'])) as ReportBody;
}

test('a comment reported by the keyboard is sealed with its exact source lines', async () => {
	const firefox = await launchFirefox({ extension: join(root, 'dist', 'firefox') });
	try {
		const page = await firefox.browser.newPage();
		await page.setViewport({ width: 1280, height: 900 });
		await page.goto(`${stack.wiki.base}/w/index.php?title=Talk:Village_pond`);
		await (await page.waitForSelector('.wikihaven-report'))?.click();
		await page.waitForFunction(() => document.activeElement?.matches('.wikihaven-panel'));
		// BiDi cannot look into the extension's frame: the pauses give it time to read the wiki.
		await sleep(8000);
		for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
		for (let step = 0; step < 3; step++) {
			await page.keyboard.press('Enter');
			await sleep(1500);
		}
		await sleep(4000);
		await page.keyboard.press('Enter');
		expect(await reportsReach(stack, 1, 30_000)).toBe(1);
	} finally {
		await firefox.stop();
	}
	const [evidence] = (await theReport()).evidence;
	const source = await (await fetch(`${stack.wiki.base}/w/index.php?title=Talk:Village_pond&action=raw`)).text();
	const { first = 0, last = 0 } = evidence?.reading?.lines ?? {};
	expect(evidence?.wikitext).toBe(
		source
			.split('\n')
			.slice(first - 1, last)
			.join('\n'),
	);
	expect(evidence?.wikitext).toContain('The 1987 survey says 2.6 metres.');
	expect(evidence?.reading).toMatchObject({ onPage: true, authorCertain: true, inSource: true });
});
