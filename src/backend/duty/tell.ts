/** Tells people that something waits for them, each once, and then the next, until somebody comes. */
import { isOn } from '../../domain/config/model.ts';
import type { Services } from '../services.ts';
import { claimAlerts, keysOn, markAlerted } from '../store/duty.ts';
import { idsIn } from '../store/reports.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';
import { membersOf } from '../wiki/directory.ts';
import { holdersOf, toldAt } from './audience.ts';
import { dueAlerts } from './due.ts';
import { mailTo } from './mail.ts';
import { tellWebhook } from './webhook.ts';

type Needs = Pick<Services, 'config' | 'store' | 'directory' | 'bots' | 'now' | 'log'>;

/** Answers whether some address took it. */
async function tellWebhooks({ config, log }: Needs, signal: AbortSignal): Promise<boolean> {
	const answers = await Promise.allSettled(config.duty.webhooks.map((webhook) => tellWebhook(webhook, signal)));
	for (const answer of answers) if (answer.status === 'rejected') log.error('a webhook failed', answer.reason);
	return answers.some((answer) => answer.status === 'fulfilled');
}

async function tellWiki(needs: Needs, wiki: string, signal: AbortSignal): Promise<void> {
	const { config, store, directory, bots, now, log } = needs;
	const bot = bots.get(wiki);
	if (!bot && config.duty.webhooks.length === 0) return;
	const said = await directory.config(wiki);
	if (!said.ok || !isOn(said.value, 'case')) return;
	const people = await directory.keysOf(wiki, membersOf(said.value));
	if (!people.ok) return;
	const at = now();
	const due = await dueAlerts(store.db, wiki, said.value, await deadlinesOf(directory, wiki), at);
	const mine = await claimAlerts(store, wiki, due, at);
	if (mine.length === 0) return;

	const audiences = new Map<(typeof mine)[number], readonly string[]>();
	for (const alert of mine) {
		const keys = await keysOn(store.db, alert.report);
		const known = { wiki, people: people.value, staff: config.staff };
		const holders = holdersOf(keys, idsIn(alert.row.decided_by), known);
		audiences.set(alert, toldAt(alert.stage, holders, said.value, at));
	}
	const all = [...new Set([...audiences.values()].flat())];
	const [mailed, heard] = await Promise.all([
		bot ? mailTo(bot, all, log) : new Set<string>(),
		tellWebhooks(needs, signal),
	]);
	const told = mine.filter((alert) => heard || audiences.get(alert)?.some((user) => mailed.has(user)));
	await markAlerted(store, told, at);
	if (told.length < mine.length)
		log.warn('nobody could be told that something waits', { rows: mine.length - told.length });
}

/** One round over all wikis. */
export async function tellDuty(needs: Needs, signal: AbortSignal): Promise<void> {
	for (const { base } of needs.config.wikis) if (!signal.aborted) await tellWiki(needs, base, signal);
}
