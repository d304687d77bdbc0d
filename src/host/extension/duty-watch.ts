/** What the background does each few minutes for a handler who wants to be told: asks how much waits, and says that something does. */
import * as v from 'valibot';
import type { Outcome } from '../../contract/problem.ts';

/** In the extension's own storage: true where the person wants it. */
export const dutyKey = 'duty';

/** Wiki → since when the last thing waits that was told; it says nothing of what that was. */
export const ToldSchema = v.record(v.string(), v.string());
type Told = v.InferOutput<typeof ToldSchema>;

export interface DutyHost {
	/** Whether the person wants to be told. */
	isOn(): Promise<boolean>;
	/** Wikis that the person is signed in at. */
	wikis(): Promise<readonly string[]>;
	waiting(wiki: string): Promise<Outcome<{ readonly count: number; readonly newest: string | null }>>;
	told(): Promise<Told>;
	keep(told: Told): Promise<void>;
	/** A number on the icon; an empty text takes it away. */
	badge(text: string): Promise<void>;
	/** A notice that names nothing, and leads to this wiki. */
	notify(wiki: string): Promise<void>;
}

export async function lookForWork(host: DutyHost): Promise<void> {
	if (!(await host.isOn())) return host.badge('');
	const told = await host.told();
	const now: Told = {};
	let count = 0;
	let lead: string | null = null;
	for (const wiki of await host.wikis()) {
		const known = told[wiki];
		const answer = await host.waiting(wiki);
		if (!answer.ok) {
			// What cannot be asked now was told nevertheless.
			if (known !== undefined) now[wiki] = known;
			continue;
		}
		const { newest } = answer.value;
		count += answer.value.count;
		if (newest !== null && (known === undefined || newest > known)) lead ??= wiki;
		const last = newest ?? known;
		if (last !== undefined) now[wiki] = known !== undefined && known > last ? known : last;
	}
	// Kept first: a background that is killed here is silent once, which is better than a notice each few minutes.
	await host.keep(now);
	await host.badge(count > 0 ? String(count) : '');
	if (lead !== null) await host.notify(lead);
}
