/** The gadget's main line in Debian's WebKit on a real wiki: a comment reported in a frame of another site. */
import { By, until, type WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWebKit, type WebKit } from '../../browser/webkit.ts';
import { startStack, type Stack } from '../stack.ts';
import { words } from './drive.ts';
import { reportIds } from './store.ts';

const patience = 20_000;
let stack: Stack;
let webkit: WebKit;
let clicks = 0;
beforeAll(async () => {
	stack = await startStack();
	await stack.deployGadget();
	webkit = await launchWebKit();
});
afterAll(async () => {
	await webkit?.stop();
	await stack?.stop();
});

/** The driver reaches nothing in a closed shadow root: what is drawn after this has open ones, in this test alone. */
const openRoots = `
	const attach = Element.prototype.attachShadow;
	Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
`;
const inRoots = `
	const roots = [...document.querySelectorAll('div')].map((host) => host.shadowRoot);
	return roots.map((root) => root?.querySelector(arguments[0])).find(Boolean);
`;
const text = 'return document.body.innerText.replace(/[\\u2068\\u2069]/g, "")';

const inRoot = (css: string): Promise<WebElement> =>
	webkit.driver.wait(() => webkit.driver.executeScript<WebElement>(inRoots, css), patience, css);

async function press(found: By | WebElement): Promise<void> {
	const element = found instanceof By ? await webkit.driver.wait(until.elementLocated(found), patience) : found;
	await webkit.driver.wait(until.elementIsVisible(element), patience);
	clicks++;
	await element.click();
}

const says = (part: string): Promise<unknown> =>
	webkit.driver.wait(async () => (await webkit.driver.executeScript<string>(text)).includes(part), patience, part);

test('R1 the first report needs three clicks and one for consent, and its receipt is shown', async () => {
	const { driver } = webkit;
	await driver.get(`${stack.wiki.base}/w/index.php?title=Talk:Village_pond`);
	await driver.executeScript(openRoots);
	await press(By.css('.wikihaven-report[aria-label="Report comment by Bo"]'));
	await press(await inRoot('dialog .yes'));
	await driver.switchTo().frame(await inRoot('iframe'));
	// What the panel reads by itself moves what stands below it.
	await says(words('evidence-confirmed'));
	await press(By.css('.wh-chip:has(input[value="insults"])'));
	await says(words('send-to').split('$1')[0] ?? '');
	await press(By.xpath(`//button[normalize-space()="${words('send')}"]`));
	await says(words('sent-words'));
	expect(clicks).toBe(4);
	const [id = 'none', ...others] = reportIds(stack);
	expect(others).toEqual([]);
	await says(`${words('receipt-id')}\n${id}`);
});
