/** How much that is hard to read a handler opened today: on this machine alone, for nobody else's eyes. */
import * as v from 'valibot';
import type { Vault } from '../../../../contract/vault.ts';

/** `day`: of the person's own calendar, YYYY-MM-DD. No report is named. */
const SeenSchema = v.object({ day: v.string(), count: v.number() });
const key = 'seen-today';

export function dayOf(now: Date): string {
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

type Views = Pick<Vault, 'get' | 'put'>;

/** 0 on a new day, and where storage fails: it is a help, no record. */
export async function seenToday(vault: Views, now: Date): Promise<number> {
	const kept = v.safeParse(SeenSchema, await vault.get('views', key).catch(() => undefined));
	return kept.success && kept.output.day === dayOf(now) ? kept.output.count : 0;
}

/** Answers how much it is now. */
export async function sawMore(vault: Views, now: Date): Promise<number> {
	const count = (await seenToday(vault, now)) + 1;
	await vault.put('views', key, { day: dayOf(now), count }).catch(() => undefined);
	return count;
}
