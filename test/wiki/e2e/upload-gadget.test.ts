/** Files before they are uploaded with the gadget alone: told of the same file on the wiki, wherever the field for it stands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimEvent } from '../../../src/host/claim.ts';
import upload from '../../../src/i18n/upload/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { landscape } from '../seeds/picture.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, Visit } from './drive.ts';

let stack: Stack;
let launched: Launched;
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-files-'));

/** A file of this device that is on the wiki already, under this title. */
async function known(title: string, mood: number): Promise<string> {
	const path = join(folder, `Mine ${mood}.png`);
	writeFileSync(path, landscape(96, 72, mood));
	const ana = await stack.wiki.apiAs('Ana');
	await ana.upload(title, path, 'One');
	return path;
}

beforeAll(async () => {
	stack = await startStack({ seeds: 'people' });
	await stack.deployGadget();
	launched = await launchChromium();
	await logIn(launched.browser, stack, 'Ana');
});
afterAll(async () => {
	await launched?.stop();
	await stack?.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('a file chosen on Special:Upload is hashed after one question, and the same file is told', async () => {
	const mine = await known('Known bridge.png', 1);
	const visit = await Visit.open(launched.browser, stack);
	await visit.goto('Special:Upload');
	// It stands where the gadget has started.
	await visit.page.waitForSelector('#t-wikihaven');
	// A second try is asked anew.
	await visit.page.evaluate(() => localStorage.clear());
	const field = await visit.page.$('#wpUploadFile');
	await field?.toElement('input').then((input) => input.uploadFile(mine));
	await visit.agreeInPage();
	const panel = await visit.panel();
	await visit.says(panel, upload['upload-here']);
	await visit.says(panel, 'File:Known bridge.png');
});

test('a field that a script opens without putting it into the document is heard, and nothing of it stays', async () => {
	const mine = await known('Known gate.png', 2);
	const visit = await Visit.open(launched.browser, stack);
	const { page } = visit;
	await visit.goto('Project:Any page');
	await page.waitForSelector('#t-wikihaven');
	const field = await page.evaluateHandle(() => {
		const made = document.createElement('input');
		made.type = 'file';
		// As many do, so that the same file can be chosen again.
		made.onchange = () => (made.value = '');
		// Without a person's press no browser opens a window for it; the field is as it would be then.
		made.click();
		return made;
	});
	await field.uploadFile(mine);
	await visit.says(await visit.panel(), 'File:Known gate.png');
	const lent = (): Promise<boolean> => page.evaluate(() => Object.hasOwn(HTMLInputElement.prototype, 'click'));
	expect(await lent()).toBe(true);
	// As the extension does when it comes later.
	await page.evaluate((event) => document.documentElement.dispatchEvent(new Event(event)), claimEvent);
	expect(await lent()).toBe(false);
});
