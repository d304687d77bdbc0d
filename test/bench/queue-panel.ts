/** The panel's part of a long queue, in Chromium with a double of the backend: rows that its key really opens. */
import { toBase64, randomText } from '../../src/contract/bytes.ts';
import type { SealedCase } from '../../src/contract/case.ts';
import { sealGrant } from '../../src/panel/sealing/grants.ts';
import { personOf, type Person } from '../browser/panel/people.ts';
import { caseFor } from '../browser/panel/reports.ts';
import { servePanel } from '../browser/panel/serve.ts';
import type { World } from '../browser/panel/world.ts';
import type { Measured } from './main.ts';

declare const world: World;

/** Each with a box of its own, of its own thing, due an hour apart. */
async function casesFor(me: Person, count: number): Promise<SealedCase[]> {
	const start = '2026-11-21T09:00:00.000Z';
	const like = await caseFor(randomText(16), 'insults', [me], start);
	const one = async (n: number): Promise<SealedCase> => {
		const id = randomText(16);
		const by = new Date(Date.parse(start) + n * 3_600_000).toISOString();
		const summary = {
			kind: 'insults' as const,
			clause: 'ucoc:3.1.insults' as const,
			subject: `User ${n}`,
			page: `Talk:Page ${n}`,
			at: start,
			reporter: null,
			about: n.toString(16).padStart(64, '0'),
		};
		const secret = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;
		const box = await sealGrant({ v: 1, report: id, secret, summary }, me.age);
		return {
			...like,
			id,
			sealed: toBase64(new Uint8Array(8)),
			due: { step: 'triage', by },
			grants: [{ key: me.id, box, desk: null }],
		};
	};
	return Promise.all(Array.from({ length: count }, (_, n) => one(n)));
}

interface Seen {
	/** From the first page's answer to its first rows on the screen, ms. */
	first: number;
	/** From the press to all rows in order, ms. */
	all: number;
	/** The longest task of the main thread, ms; 0 where none took 50. */
	task: number;
}

/** In the page: what it sees and when, once everything is asked for. */
async function watch(count: number): Promise<Seen> {
	let [answered, first, task] = [0, 0, 0];
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) task = Math.max(task, duration);
	}).observe({ type: 'longtask' });
	const painted = (): Promise<void> => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)));
	const began = performance.now();
	[...document.querySelectorAll('button')].find((one) => one.innerText.startsWith('Reports to handle'))?.click();
	const until = async (seen: () => boolean): Promise<number> => {
		while (!seen()) await new Promise((go) => setTimeout(go, 1));
		await painted();
		return performance.now();
	};
	while (!answered) {
		if (world.calls.some(({ verb }) => verb === 'cases')) answered = performance.now();
		await new Promise((go) => setTimeout(go, 0));
	}
	first = (await until(() => document.querySelector('.wh-row') !== null)) - answered;
	const all = await until(() => document.querySelector('.wh-lead')?.textContent?.startsWith(`${count} cases`) ?? false);
	return { first, all: all - began, task };
}

export async function measurePanel(count: number): Promise<Measured[]> {
	const served = await servePanel();
	try {
		const me = await personOf('Handler One', 'Administrators');
		const cases = await casesFor(me, count);
		const seen: Seen[] = [];
		for (let n = 0; n < 3; n++) {
			const page = await served.open(
				{ roles: ['handler'], signedIn: true, user: 'Handler One', cases },
				{ system: 'home' },
			);
			await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
			await page.waitForFunction(() => document.body.innerText.includes('Reports to handle'));
			seen.push(await page.evaluate(watch, count));
			await page.close();
		}
		const median = (of: keyof Seen): number => seen.map((one) => one[of]).sort((a, b) => a - b)[1] ?? 0;
		const inputs = `median of 3, Chromium, ${count} rows of which every box is opened with the own key`;
		return [
			{ what: 'panel: first page asked to first rows drawn', value: median('first'), unit: 'ms', inputs },
			{ what: 'panel: press to all rows opened and in order', value: median('all'), unit: 'ms', inputs },
			{ what: 'panel: longest task of the main thread meanwhile', value: median('task'), unit: 'ms', inputs },
		];
	} finally {
		await served.stop();
	}
}
