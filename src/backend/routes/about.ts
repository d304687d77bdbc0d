/** What the backend says of itself, and whether it is well. */
import { done } from '../../contract/problem.ts';
import { receiptKeys } from '../store/receipt-keys.ts';
import type { Handler } from './handler.ts';

export const health: Handler<'health'> = async (_, { store, wikiIsStale }) => {
	await store.db.selectFrom('receipt_key').select('id').limit(1).execute();
	return done({ ok: true, wikis: wikiIsStale() ? 'last-good-copy' : 'answering' });
};

export const about: Handler<'about'> = async (_, { config, store, standing, now, version }) => {
	const { id, spki } = await standing.tokens.current();
	const keys = await receiptKeys(store.db);
	return done({
		origin: config.publicOrigin,
		operator: config.operator,
		version,
		now: new Date(now()).toISOString(),
		wikis: config.wikis.map((wiki) => wiki.base),
		// Without the accounts: who signs in as whom is nobody's business.
		staff: config.staff.map(({ role, name, key, confirms }) => ({ role, name, key, confirms })),
		receiptKeys: keys.map(({ id, key, since }) => ({ id, key, since: new Date(since).toISOString() })),
		standing: {
			work: { bits: standing.work.bits() },
			tokens: { key: id, spki, perDay: config.standing.tokensPerDay },
		},
	});
};
