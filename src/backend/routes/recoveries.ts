/** Recovery keys of two, and asking the other holder to open with both shares. */
import { done, failed } from '../../contract/problem.ts';
import type { Recovery } from '../../contract/team.ts';
import { holderOfKey, shareHolder } from '../auth/recovery.ts';
import { keepRecovery, passedOf, reachedBy, recoveriesFor, usesOf } from '../store/recovery.ts';
import { iso } from '../times.ts';
import type { Handler } from './handler.ts';
import { reachOf, recoveryLasts, scopeOf } from './recovery-scope.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

export const recoveries: Handler<'recoveries'> = async ({ caller }, { config, store }) => {
	const me = shareHolder(config, caller);
	const pairs = me?.pairs ?? [];
	const list: Recovery[] = [];
	const keys = pairs.map(({ key }) => key);
	for (const row of await recoveriesFor(store.db, me?.keys ?? [], keys)) {
		const asker = holderOfKey(config, row.asked_by);
		if (!asker) continue;
		const uses = await usesOf(store.db, row.id);
		const [first] = uses;
		const mine = me?.keys.includes(row.asked_by) ?? false;
		const passed = mine ? undefined : (await passedOf(store.db, row.id)).find(({ key }) => keys.includes(key));
		list.push({
			id: row.id,
			at: iso(row.at),
			until: iso(row.at + recoveryLasts),
			scope: scopeOf(row),
			askedBy: asker.name,
			askedKey: { id: asker.key.id, age: asker.key.age },
			reason: base64(row.reason),
			used: first
				? { by: holderOfKey(config, first.used_by)?.name ?? first.used_by, at: iso(first.at), reports: uses.length }
				: null,
			passed: passed ? { key: passed.key, box: base64(passed.box) } : null,
		});
	}
	return done({
		pairs: pairs.map(({ key, share, other }) => ({
			key,
			share,
			other: { name: other.name, key: { id: other.key.id, age: other.key.age } },
		})),
		recoveries: list,
	});
};

/** Problem: `not-found` where no recovery key of the caller's opens any of it, whether or not there is such a report. */
export const askRecovery: Handler<'askRecovery'> = async ({ body, caller }, services) => {
	const { config, store, now } = services;
	const me = shareHolder(config, caller);
	if (!me) return failed('forbidden');
	const pairs = me.pairs.map(({ key }) => key);
	const passed = body.passed.map(({ key }) => key);
	if (new Set(passed).size !== passed.length || !passed.every((key) => pairs.includes(key))) return failed('bad-input');
	const reach = await reachOf(services, caller.wiki, body.scope);
	if (!reach.ok) return reach;
	const found = await reachedBy(store.db, reach.value, { pairs: passed, without: me.entry.key.id, limit: 1 });
	if (found.length === 0) return failed('not-found');
	const asked = {
		id: body.id,
		wiki: caller.wiki,
		at: now(),
		scope: JSON.stringify(body.scope),
		asked_by: me.entry.key.id,
		reason: bytesOf(body.reason),
	};
	const boxes = body.passed.map(({ key, box }) => ({ key, box: bytesOf(box) }));
	return (await keepRecovery(store, asked, boxes)) ? done({}) : failed('conflict');
};
