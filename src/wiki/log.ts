/** The public log of a page: when its history was last touched by something other than an edit. */
import * as v from 'valibot';
import { Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

export interface LogEvent {
	readonly type: string;
	readonly action: string;
	readonly at: string;
}

const Shape = v.object({
	query: v.object({
		logevents: v.array(
			v.object({
				type: v.optional(v.string(), ''),
				action: v.optional(v.string(), ''),
				timestamp: v.optional(Timestamp, '1970-01-01T00:00:00Z'),
			}),
		),
	}),
});

/** Newest first, at most 500; entries that the wiki hides are not among them. */
export async function readLog(transport: WikiTransport, title: string): Promise<Outcome<LogEvent[]>> {
	const answer = await ask(
		transport,
		{ action: 'query', params: { list: 'logevents', letitle: title, leprop: 'type|timestamp', lelimit: 'max' } },
		Shape,
	);
	if (!answer.ok) return answer;
	return done(answer.value.query.logevents.map(({ type, action, timestamp }) => ({ type, action, at: timestamp })));
}

const rewriting = /^(delete\/(delete|delete_redir|delete_redir2|restore)|move\/|import\/|merge\/)/;

/** Time of the newest event that put other revisions into a page or took some away; null for none. */
export function lastRewrite(log: readonly LogEvent[]): string | null {
	const times = log.filter(({ type, action }) => rewriting.test(`${type}/${action}`)).map(({ at }) => at);
	return times.sort().at(-1) ?? null;
}

/** Whether revisions were ever imported or merged into it: their author and time are whatever somebody wrote. */
export function hasForeignHistory(log: readonly LogEvent[]): boolean {
	return log.some(({ type }) => /^(?:import|merge)$/.test(type));
}
