/** Reads what the configuration page said over the last days, with times that cannot be back-dated. */
import { done, failed, type Outcome } from '../contract/problem.ts';
import type { ConfigEntry, ConfigHistory } from '../domain/config/history.ts';
import { configPage } from '../domain/config/model.ts';
import { newcomerWaitMs } from '../domain/keys/model.ts';
import { parseConfig } from './config.ts';
import { insertedAt } from './insertion.ts';
import { lastRewrite, readLog } from './log.ts';
import { readPage, type Revision } from './revisions.ts';
import type { WikiTransport } from './transport.ts';

/** Newest first, through the first revision older than the wait; at most 200, so that a flood of edits only makes all look new. */
async function recentRevisions(transport: WikiTransport, since: string): Promise<Outcome<Revision[]>> {
	const found: Revision[] = [];
	let next: string | null = null;
	for (let round = 0; round < 20; round++) {
		// Few at first: most pages were not edited for days.
		const params: Record<string, string> = { rvlimit: round === 0 ? '2' : '10' };
		if (next !== null) params['rvcontinue'] = next;
		const page = await readPage(transport, configPage, params);
		if (!page.ok) return page;
		found.push(...page.value.revisions);
		next = page.value.next;
		const old = found.findIndex(({ at }) => at <= since);
		if (old >= 0) return done(found.slice(0, old + 1));
		if (next === null) break;
	}
	return done(found);
}

/** Imported revisions stand where their written time puts them, but their numbers give them away. */
function inOrder(revisions: readonly Revision[]): Revision[] {
	let lowest = Number.POSITIVE_INFINITY;
	return revisions.filter(({ id }) => {
		if (id > lowest) return false;
		lowest = id;
		return true;
	});
}

/** `config-missing` and `config-broken` speak of the newest revision; broken older ones are left out. `now` in milliseconds. */
export async function readConfigHistory(transport: WikiTransport, now: number): Promise<Outcome<ConfigHistory>> {
	const [revisions, log] = await Promise.all([
		recentRevisions(transport, new Date(now - newcomerWaitMs).toISOString()),
		readLog(transport, configPage),
	]);
	if (!revisions.ok) return revisions;
	if (!log.ok) return log;
	const [newest, ...older] = inOrder(revisions.value);
	if (!newest) return failed('config-missing');
	if (newest.text === null) return failed('config-broken', ['hidden']);
	const config = parseConfig(newest.text);
	if (!config.ok) return config;
	const rewritten = lastRewrite(log.value);
	const floor = rewritten === null ? 0 : Date.parse(rewritten);
	const oldest = older.at(-1) ?? newest;
	const real = await insertedAt(transport, oldest);
	if (!real.ok) return real;
	const timeOf = (revision: Revision): number =>
		Math.max(floor, Date.parse(revision === oldest ? real.value : revision.at));
	const entries: [ConfigEntry, ...ConfigEntry[]] = [{ config: config.value, revision: newest.id, at: timeOf(newest) }];
	for (const revision of older) {
		const parsed = parseConfig(revision.text ?? '');
		if (parsed.ok) entries.push({ config: parsed.value, revision: revision.id, at: timeOf(revision) });
	}
	return done({ entries, rewritten: rewritten !== null });
}
