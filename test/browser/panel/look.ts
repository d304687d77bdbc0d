/** What every state of the panel is looked at for: axe finds nothing, nothing sticks out of the frame. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { sleep } from './drive.ts';

declare const axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function check(page: Page): Promise<void> {
	// Colours on their way from one to the other are neither.
	await sleep(350);
	// By the debugger, which the page's policy does not hold: the panel itself could not.
	await page.evaluate(axeSource);
	const found = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
	expect(found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
	const sticksOut = await page.$$eval('.wh-panel *', (all) =>
		all
			.filter((one) => one.checkVisibility() && !one.closest('.wh-hidden, textarea'))
			.filter((one) => {
				const { left, right, width } = one.getBoundingClientRect();
				return width > 0 && (left < -1 || right > innerWidth + 1);
			})
			.map((one) => one.outerHTML.slice(0, 120)),
	);
	expect(sticksOut).toEqual([]);
}
