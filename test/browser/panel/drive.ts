/** What a person does in the panel, by the names and words they see. */
import type { Page } from 'puppeteer-core';
import type { World } from './world.ts';

declare const world: World;

/** Direction marks around names are for the eye of the bidi algorithm only. */
const marks = /[\u2066-\u2069]/g;

export const sleep = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** Everything that is said in the panel now, without direction marks. */
export async function said(page: Page): Promise<string> {
	return (await page.$eval('.wh-panel', (panel) => (panel as HTMLElement).innerText)).replace(marks, '');
}

/** Waits until these words stand in the panel. */
export async function hears(page: Page, words: string): Promise<void> {
	await page
		.waitForFunction(
			(wanted) => {
				const text = document.querySelector<HTMLElement>('.wh-panel')?.innerText ?? '';
				return text.replace(/[\u2066-\u2069]/g, '').includes(wanted);
			},
			{ timeout: 15_000 },
			words,
		)
		.catch(async () => {
			throw new Error(`"${words}" is not said, but:\n${await said(page)}`);
		});
}

/** Presses the button with this name as a person does: where it stands, by a trusted click. */
export async function press(page: Page, name: string): Promise<void> {
	const find = (wanted: string): HTMLElement | undefined =>
		[...document.querySelectorAll<HTMLElement>('button, summary, label')].find((one) => {
			const text = (one.ariaLabel ?? one.innerText).replace(/[\u2066-\u2069]/g, '').trim();
			return text === wanted || text.split('\n')[0] === wanted;
		});
	const handle = await page.waitForFunction(find, { timeout: 15_000 }, name).catch(async () => {
		throw new Error(`no "${name}" in:\n${await said(page)}`);
	});
	const element = handle.asElement() as Awaited<ReturnType<Page['$']>>;
	// What loads meanwhile may push it out of sight between the look and the click: a person looks again.
	for (let tries = 0; ; tries += 1) {
		// Out from under the bar with the Send button, as a person would scroll.
		await element?.evaluate((one) => one.scrollIntoView({ block: 'nearest' }));
		try {
			return await element?.click();
		} catch (error) {
			if (tries === 20 || !/not clickable/.test(String(error))) throw error;
			await sleep(100);
		}
	}
}

/** Clicks what this selects once it is there, wherever it stands: for looks in every language, where what loads beside it may move it. */
export async function tap(page: Page, selector: string): Promise<void> {
	await page.waitForSelector(selector);
	await page.$eval(selector, (one) => (one as HTMLElement).click());
}

/** Sends once the bar names its readers: pressed before, it says what is missing and sends nothing. */
export async function sendTo(page: Page, reader: string): Promise<void> {
	await page.waitForFunction(
		(name) => document.querySelector('#wh-send-state')?.textContent?.includes(name) ?? false,
		{},
		reader,
	);
	await tap(page, '.wh-bar__row button');
}

/** Name, text or value of what has the focus. */
export const focused = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const one = document.activeElement as HTMLElement;
		const text = one instanceof HTMLInputElement ? one.value : (one.ariaLabel ?? one.innerText);
		return text.replace(/[\u2066-\u2069]/g, '').split('\n')[0] ?? '';
	});

/** Tab until this has the focus; every stop on the way must show that it has it. */
export async function tabTo(page: Page, name: string): Promise<void> {
	const seen: string[] = [];
	for (let step = 0; step < 40; step += 1) {
		await page.keyboard.press('Tab');
		const here = await focused(page);
		if (here === name) return;
		seen.push(here);
	}
	throw new Error(`"${name}" is not reached, but: ${seen.join(', ')}`);
}

export const callsOf = (page: Page, verb: string): Promise<unknown[]> =>
	page.evaluate((wanted) => world.calls.filter((call) => call.verb === wanted).map((call) => call.args), verb);

export const outbox = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('outbox')).map(({ value }) => value));
export const reports = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('reports')).map(({ value }) => value));
export const drafts = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('drafts')).map(({ value }) => value));

/** Changes what the doubles answer from now on. */
export const wish = (page: Page, part: Partial<ReturnType<World['wishes']>>): Promise<void> =>
	page.evaluate((given) => void Object.assign(world.wishes(), given), part);
