/** Which of a handler's reports are open to keys that are not in use: of a colleague who has another, and of who left. */
import { done, failed } from '../../contract/problem.ts';
import { sameHands } from '../auth/hands.ts';
import { keysOfStaff } from '../auth/staff-keys.ts';
import { openToOthers, sharedWith } from '../store/shared.ts';
import { membersOf } from '../wiki/directory.ts';
import { keysFor } from './case-rows.ts';
import type { Handler } from './handler.ts';

/** Only of what the asker reads themselves: whatever the key is, it tells them of no other case. */
export const sharedCases: Handler<'sharedCases'> = async ({ params: { key }, caller }, services) => {
	const { config, directory, store } = services;
	const own = await keysFor(caller, services);
	if (!own.ok) return own;
	const said = await directory.config(caller.wiki);
	if (!said.ok) return said;
	const published = await directory.keysOf(caller.wiki, membersOf(said.value));
	if (!published.ok) return published;
	const earlier = [...sameHands([key], caller.wiki, config, published.value)].filter((id) => id !== key);
	return done({ reports: await sharedWith(store.db, own.value, earlier, key) });
};

/** Former keys of people who are still there are not among them: those are made good, not taken off. */
export const leftCases: Handler<'leftCases'> = async ({ caller }, services) => {
	const { config, directory, store } = services;
	const own = await keysFor(caller, services);
	if (!own.ok) return own;
	const said = await directory.config(caller.wiki);
	if (!said.ok) return said;
	const published = await directory.keysOf(caller.wiki, membersOf(said.value));
	if (!published.ok) return published;
	const all = [...published.value.values()];
	// Somebody's page could not be read: they did not leave.
	if (all.includes(null)) return failed('wiki-error');
	const known = [...all.flatMap((keys) => (keys ?? []).map(({ key }) => key.id)), ...config.staff.flatMap(keysOfStaff)];
	return done({ reports: await openToOthers(store.db, own.value, caller.wiki, known) });
};
