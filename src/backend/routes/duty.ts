/** How much waits for a handler, as a number and a time. */
import { done } from '../../contract/problem.ts';
import { waitingFor } from '../store/waiting.ts';
import { isoOrNull } from '../times.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';
import { keysFor } from './case-rows.ts';
import type { Handler } from './handler.ts';

export const waitingWork: Handler<'waitingWork'> = async ({ caller }, services) => {
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const { store, directory, now } = services;
	const deadlines = await deadlinesOf(directory, caller.wiki);
	const { count, newest } = await waitingFor(store.db, keys.value, deadlines, now());
	return done({ count, newest: isoOrNull(newest) });
};
