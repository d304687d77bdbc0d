/** Using a recovery: the second holder opens with both shares and gives to who asked; each report is an event of its case. */
import { eventText } from '../../contract/case-event.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { isSignedBy } from '../../contract/signature.ts';
import type { SignedIn } from '../auth/caller.ts';
import { holderOfKey, shareHolder, type HeldPair, type ShareHolder } from '../auth/recovery.ts';
import { signingKeys } from '../auth/signing-keys.ts';
import type { Services } from '../services.ts';
import { findRecovery, keepUse, passedOf, reachedBy, type Reach } from '../store/recovery.ts';
import { writeEvent } from '../store/write-event.ts';
import { brought } from './case-brings.ts';
import type { Handler } from './handler.ts';
import { reachOf, recoveryLasts, scopeOf } from './recovery-scope.ts';

/** So many of the next reports in one answer. */
const atOnce = 100;

interface Second {
	readonly me: ShareHolder;
	readonly pair: HeldPair;
	/** The key of who asked, as it is now. */
	readonly to: string;
	readonly reach: Reach;
}

/** The other holder of a key that who asked passed their share of on, while it lasts; `not-found` for everybody else. */
async function secondOf(services: Services, caller: SignedIn, id: string): Promise<Outcome<Second>> {
	const { config, store, now } = services;
	const me = shareHolder(config, caller);
	const row = await findRecovery(store.db, id);
	const asker = row && holderOfKey(config, row.asked_by);
	if (!me || !asker || me.keys.includes(row.asked_by) || now() > row.at + recoveryLasts) return failed('not-found');
	const passed = await passedOf(store.db, id);
	const pair = me.pairs.find(({ key, other }) => other === asker && passed.some((one) => one.key === key));
	if (!pair) return failed('not-found');
	const reach = await reachOf(services, row.wiki, scopeOf(row));
	return reach.ok ? done({ me, pair, to: asker.key.id, reach: reach.value }) : reach;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const recoverable: Handler<'recoverable'> = async ({ params: { id }, caller }, services) => {
	const second = await secondOf(services, caller, id);
	if (!second.ok) return second;
	const { pair, to, reach } = second.value;
	const rows = await reachedBy(services.store.db, reach, { pairs: [pair.key], without: to, limit: atOnce });
	return done({
		reports: rows.map(({ id: report, version, head, box, desk }) => ({
			id: report,
			version,
			head,
			box: base64(box),
			desk: desk ? base64(desk) : null,
		})),
	});
};

export const useRecovery: Handler<'useRecovery'> = async ({ params, body, caller }, services) => {
	const { config, directory, store, now } = services;
	const second = await secondOf(services, caller, params.id);
	if (!second.ok) return second;
	const { me, pair, to, reach } = second.value;
	const { event } = body;
	const along = brought(body, me.keys);
	if (!along || event.kind !== 'grant' || event.report !== params.report || event.data.keys.join() !== to) {
		return failed('bad-input');
	}
	if (reach.report !== null && reach.report !== params.report) return failed('not-found');
	const here = { ...reach, report: params.report };
	const [reached] = await reachedBy(store.db, here, { pairs: [pair.key], without: null, limit: 1 });
	if (!reached) return failed('not-found');
	const signing = await signingKeys(config, directory, caller);
	if (!signing.ok) return signing;
	const sign = signing.value.get(event.by);
	if (sign === undefined || !(await isSignedBy(sign, event.signature, eventText(event)))) return failed('forbidden');
	const written = await writeEvent(store, event, along, now());
	if (!written.ok) return written;
	await keepUse(store, { recovery: params.id, report: params.report, at: now(), used_by: me.entry.key.id });
	return done({});
};
