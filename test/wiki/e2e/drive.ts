/** Drives a person's way through page and panel in Chromium, counting every click and key they need. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import en from '../../../src/i18n/en.json' with { type: 'json' };
import emergency from '../../../src/i18n/emergency/en.json' with { type: 'json' };
import evidence from '../../../src/i18n/evidence/en.json' with { type: 'json' };
import report from '../../../src/i18n/report/en.json' with { type: 'json' };
import dock from '../../../src/i18n/dock/en.json' with { type: 'json' };
import { password } from '../seeds/people.ts';
import type { Stack } from '../stack.ts';

const all = { ...en, ...evidence, ...report, ...emergency };
export type Words = Exclude<keyof typeof all, '@metadata'>;
export const words = (key: Words): string => all[key];

/** Waits until this is where it was two frames before: a person does not press what moves. */
async function standsStill(element: ElementHandle<Element>): Promise<void> {
	await element.evaluate(async (one) => {
		const place = (): string => JSON.stringify(one.getBoundingClientRect());
		const frame = (): Promise<number> => new Promise(requestAnimationFrame);
		for (let [before, same] = ['', 0]; same < 2;) {
			await frame();
			const now = place();
			same = now === before ? same + 1 : 0;
			before = now;
		}
	});
}

/** One tab and the clicks made in it. */
export class Visit {
	readonly page: Page;
	readonly stack: Stack;
	readonly touch: boolean;
	clicks = 0;

	constructor(page: Page, stack: Stack, touch = false) {
		this.page = page;
		this.stack = stack;
		this.touch = touch;
	}

	/** A new tab of a desktop window. */
	static async open(browser: Browser, stack: Stack): Promise<Visit> {
		const page = await browser.newPage();
		await page.setViewport({ width: 1280, height: 900 });
		return new Visit(page, stack);
	}

	/** A new tab of a phone, where every click is a tap. */
	static async openPhone(browser: Browser, stack: Stack): Promise<Visit> {
		const page = await browser.newPage();
		await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
		return new Visit(page, stack, true);
	}

	/** One click or tap, counted. */
	async hit(found: ElementHandle<Element> | null | undefined): Promise<void> {
		if (!found) throw new Error('There is nothing to press');
		this.clicks++;
		// Out from under whatever is fixed at an edge, as a person would scroll.
		await found.evaluate((one) => one.scrollIntoView({ block: 'center' }));
		await standsStill(found);
		await (this.touch ? found.tap() : found.click());
	}

	async goto(title: string, query = ''): Promise<void> {
		await this.page.goto(`${this.stack.wiki.base}/w/index.php?title=${encodeURIComponent(title)}${query}`);
	}

	/** Presses the Report button at a comment of this author; `nth` counts from 0. */
	async report(author: string, nth = 0): Promise<Frame> {
		await this.pressReport(author, nth);
		return this.panel();
	}

	async pressReport(author: string, nth = 0): Promise<void> {
		const selector = `.wikihaven-report[aria-label="Report comment by ${author}"]`;
		await this.pressUntilTaken(async () => {
			await this.page.waitForSelector(selector);
			const button = (await this.page.$$(selector))[nth];
			if (!button) throw new Error(`There is no comment ${nth} by ${author}`);
			await this.hit(button);
		});
	}

	/** A page that is still loading may move under the hand, or lose what is marked in it: a person presses again. */
	async pressUntilTaken(press: () => Promise<void>): Promise<void> {
		await press();
		const clicks = this.clicks;
		for (let again = 0; again < 3 && !(await this.#isTaken()); again++) await press();
		this.clicks = clicks;
	}

	/** Whether the panel's place or the question before it is there. */
	#isTaken(): Promise<boolean> {
		const there = this.page.waitForFunction(
			() =>
				document.querySelector('.wikihaven-panel') ?? document.activeElement?.matches('body > div:not([class], [id])'),
			{ timeout: 5000 },
		);
		return there.then(
			() => true,
			() => false,
		);
	}

	/** Opens the panel's home by the entry in the tools menu. */
	async home(): Promise<Frame> {
		await this.openHome();
		return this.panel();
	}

	async openHome(): Promise<void> {
		await this.page.waitForSelector('#t-wikihaven a');
		// Vector 2022 folds the menu it stands in for people who are not logged in.
		const folded = await this.page.$('#vector-page-tools-dropdown-checkbox');
		if (folded && (await folded.isVisible())) {
			await this.hit(folded);
		}
		await this.page.$eval('#t-wikihaven a', (link) => (link as HTMLElement).focus());
		this.clicks++;
		await this.page.keyboard.press('Enter');
	}

	/** Looked for again and again: the driver's own waiting goes by events, and could miss a frame between two of them. */
	async #panelFrame(): Promise<Frame> {
		const homes = ['chrome-extension://', `${this.stack.origin}/panel`];
		for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
			const found = this.page.frames().find((one) => homes.some((home) => one.url().startsWith(home)));
			if (found) return found;
		}
		throw new Error('The panel does not come');
	}

	/** The panel's frame, drawn; in the gadget after agreeing to meet the backend, where that was not done yet. */
	async panel(): Promise<Frame> {
		const frame = await this.#panelFrame();
		await frame.waitForSelector('.wh-view');
		// It slides in, and what is pressed meanwhile is missed.
		const box = await frame.frameElement();
		if (box) await standsStill(box);
		return frame;
	}

	/** The gadget's question before the first contact: a dialog of the page. */
	async agreeInPage(): Promise<void> {
		const yes = await this.page.waitForSelector(`::-p-aria([name="${dock['dock-consent-yes']}"])`);
		await this.hit(yes);
	}

	/** Presses what bears this name: a button, chip, link or box. */
	async press(frame: Frame, name: string): Promise<void> {
		const found = await frame.waitForSelector(`::-p-aria([name="${name}"])`);
		await this.hit(found);
	}

	async pressWords(frame: Frame, key: Words): Promise<void> {
		await this.press(frame, words(key));
	}

	/** For what says more than its own title, such as a folded part. */
	async pressText(frame: Frame, key: Words): Promise<void> {
		const found = await frame.waitForSelector(`::-p-text(${words(key)})`);
		await this.hit(found);
	}

	/** Chooses what happened. */
	async choose(frame: Frame, kind: string): Promise<void> {
		const chip = await frame.waitForSelector(`.wh-chip:has(input[value="${kind}"])`);
		await this.hit(chip);
		await frame.waitForSelector(`.wh-chip input[value="${kind}"]:checked`);
	}

	/** Waits until the panel says for whom it would be sealed. */
	async isReady(frame: Frame): Promise<void> {
		const drawn = frame.waitForFunction(
			(to) => document.querySelector('#wh-send-state')?.textContent?.startsWith(to),
			{},
			sealedFor,
		);
		await drawn.catch(async (cause: unknown) => {
			const text = await frame.evaluate(() => document.body.innerText);
			throw new Error(`It is not ready to be sent: ${text}`, { cause });
		});
	}

	async send(frame: Frame): Promise<void> {
		await this.isReady(frame);
		await this.pressWords(frame, 'send');
	}

	async says(frame: Frame, text: string, patienceMs = 20_000): Promise<void> {
		await frame.waitForFunction(
			(want) => document.body.innerText.replace(/[\u2068\u2069]/g, '').includes(want),
			{ timeout: patienceMs },
			text,
		);
	}
}

const sealedFor = words('send-to').split('$1')[0] ?? '';

/** Logs a browser into the wiki, as somebody would have done long before. */
export async function logIn(browser: Browser, stack: Stack, name: string): Promise<void> {
	const person = await stack.wiki.apiAs(name);
	await browser.setCookie(...person.browserCookies());
}

/** Fills the stand-in's form in the window that the panel opened; it closes itself. */
export async function fillSignIn(browser: Browser, name: string): Promise<void> {
	const target = await browser.waitForTarget((one) => one.url().includes('/rest.php/oauth2/authorize'));
	const popup = await target.page();
	if (!popup) throw new Error('The sign-in window is not there');
	await popup.waitForSelector('input[name=username]');
	await popup.type('input[name=username]', name);
	await popup.type('input[name=password]', password);
	await popup.click('button');
}

/** Signs in from the panel's home; `asks` where the panel wants consent first. */
export async function signIn(visit: Visit, panel: Frame, name: string, asks: boolean): Promise<void> {
	await visit.pressWords(panel, 'sign-in');
	if (asks) await visit.pressWords(panel, 'consent-agree');
	await fillSignIn(visit.page.browser(), name);
	await visit.says(panel, words('signed-in-as').replace('$1', name));
}

/** Brings a handler's key onto this device from its text, and opens the queue. */
export async function openQueue(visit: Visit, panel: Frame, secret: string): Promise<void> {
	await visit.pressWords(panel, 'keys-title');
	const text = await panel.waitForSelector(`::-p-aria([name="${words('restore-text')}"])`);
	await text?.type(secret);
	await visit.pressWords(panel, 'restore');
	await visit.says(panel, words('key-published'));
	await visit.pressWords(panel, 'go-home');
	await visit.pressWords(panel, 'case-title');
	await panel.waitForSelector('.wh-row');
}
