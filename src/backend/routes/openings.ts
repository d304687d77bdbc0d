/** Opening a pseudonym: one custodian asks, another passes their share on, and each line of it stays in the log. */
import type { Opening } from '../../contract/identity.ts';
import { randomText } from '../../contract/bytes.ts';
import { done } from '../../contract/problem.ts';
import { keysOfCustodian } from '../auth/custodian.ts';
import { sameHands } from '../auth/hands.ts';
import { keysOfStaff } from '../auth/staff-keys.ts';
import type { BackendConfig } from '../config.ts';
import { shareOf } from '../store/identity.ts';
import { approve, ask, openingsFor } from '../store/openings.ts';
import { iso } from '../times.ts';
import type { Handler } from './handler.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Who holds a staff key; the key's id once they left the configuration. */
function nameOfKey({ staff }: BackendConfig, key: string): string {
	return staff.find((one) => keysOfStaff(one).includes(key))?.name ?? key;
}

export const openings: Handler<'openings'> = async ({ caller }, { config, store }) => {
	const keys = keysOfCustodian(config, caller);
	const list: Opening[] = [];
	for (const row of await openingsFor(store.db, keys)) {
		const share = await shareOf(store.db, row.report, keys);
		const { approved_by: by, approved_at: at, passed, sealed } = row;
		list.push({
			id: row.id,
			report: row.report,
			at: iso(row.at),
			askedBy: nameOfKey(config, row.asked_by),
			askedKey: row.asked_by,
			reason: base64(row.reason),
			approved: by === null || at === null ? null : { by: nameOfKey(config, by), at: iso(at) },
			share: share ? base64(share.box) : null,
			opened:
				passed && sealed && keys.includes(row.asked_by) ? { share: base64(passed), sealed: base64(sealed) } : null,
		});
	}
	return done({ openings: list });
};

export const askOpening: Handler<'askOpening'> = ({ body: { report, reason }, caller }, { config, store, now }) =>
	ask(store, keysOfCustodian(config, caller), {
		id: randomText(16),
		report,
		at: now(),
		reason: Buffer.from(reason, 'base64'),
	});

export const approveOpening: Handler<'approveOpening'> = ({ params, body, caller }, { config, store, now }) =>
	approve(store, keysOfCustodian(config, caller), (key) => sameHands([key], '', config, new Map()), {
		opening: params.id,
		at: now(),
		box: Buffer.from(body.share, 'base64'),
	});
