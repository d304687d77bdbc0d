/** Which of a handler's reports somebody could read with a key they had before: so that they can be given them again. */
import { done } from '../../contract/problem.ts';
import { sameHands } from '../auth/hands.ts';
import { sharedWith } from '../store/shared.ts';
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
