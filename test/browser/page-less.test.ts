/** A page that lacks what the selectors look for, as another MediaWiki may draw it: it works with less, and nothing breaks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Launched } from './launch.ts';
import { buttons, startRig, type Rig } from './page-rig.ts';
import { gadgetIsLive } from '../wiki/gadget.ts';

let rig: Rig;
let chromium: Launched;
beforeAll(async () => {
	rig = await startRig();
	await rig.deploy('--origin', rig.origin);
	await gadgetIsLive(rig.wiki);
	chromium = await launchChromium();
});
afterAll(async () => {
	await chromium?.stop();
	await rig?.stop();
});

const link = '#t-wikihaven';
const talk = 'Talk:Village_pond';
const history = 'Talk:Village_pond?action=history';

/** What is taken out, from which page, and what must be there all the same. */
const pages: [what: string, page: string, change: string, still: string][] = [
	['reply links', talk, `drop('.ext-discussiontools-init-replylink-buttons')`, buttons],
	['marks of comments', talk, `strip('[data-mw-comment-start]', 'data-mw-comment-start', 'id')`, buttons],
	['ends of comments', talk, `strip('[data-mw-comment-end]', 'data-mw-comment-end')`, buttons],
	['headings', talk, `drop('#mw-content-text :is(h1, h2, h3, h4, h5, h6)')`, buttons],
	['classes of the body', talk, `document.body?.removeAttribute('class')`, buttons],
	['the links of the head', talk, `drop('head link[rel=EditURI]')`, buttons],
	['every menu for tools', talk, `strip('#p-tb, #p-navigation, #p-personal', 'id')`, buttons],
	['the parser’s box', talk, `strip('.mw-parser-output', 'class')`, link],
	['the content’s box', talk, `strip('#mw-content-text', 'id')`, link],
	['signatures', talk, `drop('#mw-content-text a')`, link],
	['numbers of rows', history, `strip('#pagehistory li', 'data-mw-revid')`, link],
	['authors of rows', history, `drop('.mw-userlink')`, link],
];

test.each(pages)('without %s', async (_, address, change, still) => {
	const page = await chromium.browser.newPage();
	const faults: string[] = [];
	// The wiki's own scripts stumble over some of this; ours may not.
	page.on('pageerror', (error) => {
		const stack = error instanceof Error ? (error.stack ?? '') : String(error);
		if (/^[^\n]*\n[^\n]*gadget\.wikihaven/.test(stack)) faults.push(stack);
	});
	// ResourceLoader tells what a module throws this way, with the module's name.
	page.on('console', (line) => line.type() === 'error' && /wikihaven/.test(line.text()) && faults.push(line.text()));
	await page.evaluateOnNewDocument(`
		const all = (selector) => document.querySelectorAll(selector);
		const drop = (selector) => { for (const one of all(selector)) one.remove(); };
		const strip = (selector, ...names) => { for (const one of all(selector)) for (const name of names) one.removeAttribute(name); };
		// Taken out as it is parsed: the gadget may draw before the page is whole, and must never see what is missing.
		const parsed = new MutationObserver(() => { ${change}; });
		parsed.observe(document, { childList: true, subtree: true });
		document.addEventListener('DOMContentLoaded', () => { ${change}; parsed.disconnect(); });
	`);
	await page.goto(`${rig.wiki.base}/wiki/${address}`);
	await page.waitForSelector(still);
	expect(faults).toEqual([]);
	await page.close();
});
