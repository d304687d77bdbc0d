/** How much of what a handler can read waits for somebody. */
import { sql } from 'kysely';
import type { Deadlines } from '../../domain/report/deadlines.ts';
import { opens, type OwnKey } from './cases.ts';
import { askedAt, isHandled, lateFrom } from './handled.ts';
import type { Reader } from './open.ts';

/** What nobody has come to, or is overdue, and since when the last of it waits (ms). */
export async function waitingFor(
	db: Reader,
	keys: readonly OwnKey[],
	deadlines: Deadlines,
	now: number,
): Promise<{ count: number; newest: number | null }> {
	if (keys.length === 0) return { count: 0, newest: null };
	const own = db
		.selectFrom('report_grant')
		.select('report')
		.where((eb) => eb.or(keys.map((key) => opens(key)(eb))));
	const by = lateFrom(deadlines);
	const since = sql<number>`case when ${by} <= ${now} then ${by} else ${askedAt} end`;
	const { count, newest } = await db
		.selectFrom('report')
		.select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<number | null>(since).as('newest')])
		.where('state', 'in', ['received', 'triaged', 'in-review'])
		.where('id', 'in', own)
		.where('erased_at', 'is', null)
		.where((eb) => eb.or([eb(by, '<=', now), eb.not(isHandled(eb))]))
		.executeTakeFirstOrThrow();
	return { count: Number(count), newest: newest === null ? null : Number(newest) };
}
