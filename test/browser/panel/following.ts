/** What tests of following share: a device that keeps reports, and what a person does there. */
import type { Page } from 'puppeteer-core';
import { press } from './drive.ts';
import type { Followed } from './followed.ts';
import type { Served } from './serve.ts';
import type { Wishes, World } from './world.ts';

declare const world: World;

export const home = { system: 'home' } as const;

/** A device that keeps these reports, with the list open. */
export async function device(served: Served, reports: readonly Followed[], wishes: Wishes = {}): Promise<Page> {
	const page = await served.open({ ...wishes, followed: reports.map(({ at }) => at) }, home);
	await page.evaluate(
		async (rows) => {
			for (const row of rows) await world.vault.put('reports', row.id, row);
		},
		reports.map(({ row }) => row),
	);
	await press(page, 'My reports');
	return page;
}

export async function openFirst(page: Page): Promise<void> {
	await press(page, 'Open');
	await page.waitForSelector('article .wh-accordions');
}

export async function write(page: Page, text: string): Promise<void> {
	const field = await page.waitForSelector('::-p-aria([name="Write to the handlers"])');
	await field?.type(text);
}

export const atBackend = (page: Page) => page.evaluate(() => world.wishes().followed?.[0]?.thread);
export const replies = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('replies')).map(({ value }) => value.text));
