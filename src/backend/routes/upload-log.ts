/** The public log of hash lists: it is there for everybody, also when checking was switched off since. */
import { done } from '../../contract/problem.ts';
import { loggedAfter } from '../store/upload-log.ts';
import type { Handler } from './handler.ts';

const most = 500;

export const uploadListLog: Handler<'uploadListLog'> = async ({ query }, { store }) => {
	const rows = await loggedAfter(store.db, query.after ?? 0, most);
	const entries = rows.map(({ seq, at, list, version, root, previous, hash, key, signature }) => ({
		seq,
		at: new Date(at).toISOString(),
		list,
		version,
		root,
		previous,
		hash,
		key,
		signature,
	}));
	return done({ entries });
};
