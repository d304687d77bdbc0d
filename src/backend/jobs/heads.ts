/** Once a day writes down where all logs end, in the store and on the wikis' own pages for it. */
import type { Services } from '../services.ts';
import { lastSnapshots, takeSnapshot } from '../store/snapshots.ts';
import { linesOnPage, publishHeads } from '../wiki/heads-page.ts';
import { startLoop } from './loop.ts';

const pause = 10 * 60_000;
const day = 24 * 3_600_000;

type Needs = Pick<Services, 'config' | 'store' | 'bots' | 'now' | 'log'>;

/** `published`: number of the newest snapshot that stands on a wiki's page, by wiki; a page that could not be written is tried again. */
export async function keepHeads(needs: Needs, published: Map<string, number>): Promise<void> {
	const { config, store, bots, now, log } = needs;
	const [before] = await lastSnapshots(store.db, 1);
	if (!before || now() - before.at >= day) await takeSnapshot(store, now());
	const newest = await lastSnapshots(store.db, linesOnPage);
	const last = newest[0]?.n ?? 0;
	for (const { base, bot } of config.wikis) {
		const transport = bots.get(base);
		if (!transport || bot?.logPage === undefined || published.get(base) === last) continue;
		const told = await publishHeads(transport, bot.logPage, bot.user, newest);
		if (told.ok) published.set(base, last);
		else log.warn('the page of the logs was not written', { problem: told.problem });
	}
}

export function startHeads(services: Services, signal: AbortSignal): void {
	const published = new Map<string, number>();
	startLoop(pause, () => keepHeads(services, published), services.log, signal);
}
