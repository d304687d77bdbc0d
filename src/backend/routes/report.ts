/** Taking in sealed reports, once each. */
import { createHash } from 'node:crypto';
import { firstPrevious } from '../../contract/case-event.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { SealedIdentity } from '../../contract/identity.ts';
import type { Receipt } from '../../contract/receipt.ts';
import type { SealedReport } from '../../contract/report.ts';
import { custodianKeys } from '../auth/custodian.ts';
import type { Services } from '../services.ts';
import { checkStanding } from '../standing/check.ts';
import type { NewIdentity } from '../store/identity.ts';
import { laneOf } from '../store/lanes.ts';
import { rowOf, serviceEvent } from '../store/log.ts';
import { findReport, type StoredReport } from '../store/reports.ts';
import { iso } from '../times.ts';
import { isRecipientSet } from '../wiki/recipients.ts';
import type { Handler } from './handler.ts';
import { mayReceive } from './recipients.ts';
import { receiptOf } from './report-status.ts';

/** The receipt it has already, where capability and bytes are those of the first time. */
function again(known: StoredReport, capability: string, hash: string): Outcome<Receipt> {
	return known.capability === capability && known.hash === hash ? done(receiptOf(known)) : failed('conflict');
}

const boxes = (all: SealedReport['grants']) => all.map(({ key, box }) => ({ key, box: Buffer.from(box, 'base64') }));

function identityOf(report: string, identity: SealedReport['identity']): NewIdentity | null {
	if (!identity) return null;
	return { report, sealed: Buffer.from(identity.sealed, 'base64'), shares: boxes(identity.shares) };
}

/** A share each for several custodians, and for nobody else. */
function isCustodianSet({ shares }: SealedIdentity, { config, now }: Services): boolean {
	const custodians = custodianKeys(config, now());
	return (
		new Set(shares.map(({ key }) => key)).size === shares.length && shares.every(({ key }) => custodians.includes(key))
	);
}

/** Until a full queue has surely moved on, seconds. */
const queueWait = 30;

export const sendReport: Handler<'sendReport'> = async (call, services) => {
	const { body, caller: capability } = call;
	const { id } = call.params;
	const sealed = Buffer.from(body.sealed, 'base64');
	if (createHash('sha256').update(sealed).digest('hex') !== body.hash) return failed('bad-input');
	// Before everything else: whose answer was lost gets it, although the wiki is down or switched off by now.
	const known = await findReport(services.store.db, id);
	if (known) return again(known, capability, body.hash);
	const { wiki, route, section, hash } = body;
	const spent = await checkStanding({ id, hash }, body.standing, services.standing);
	if (!spent.ok) return spent;
	// Only now: what others at the same address send without the right to it must not count against anybody.
	const wait = await call.take(laneOf(route, spent.value));
	if (wait !== null) return failed('rate-limited', [String(wait)]);
	if (body.identity && !isCustodianSet(body.identity, services)) return failed('wrong-recipients');
	const keys = body.grants.map((grant) => grant.key);
	const { staff } = services.config;
	const allowed = await mayReceive(services, wiki, (config, published) =>
		isRecipientSet(keys, route, config, staff, published, services.now()),
	);
	if (!allowed.ok) return allowed;

	const at = services.now();
	const received = { kind: 'received', data: { hash } } as const;
	const first = serviceEvent(services.receipts, id, { version: 0, head: firstPrevious }, received, at);
	const event = await rowOf(first, null, at);
	const row = {
		id,
		wiki,
		route,
		section,
		at,
		hash,
		capability,
		sealed,
		state: 'received',
		since: at,
		version: event.seq,
		head: event.hash,
		changed: at,
		standing: body.standing.by,
		follow: Buffer.from(body.follow, 'base64'),
		receipt_key: services.receipts.key,
		receipt_signature: services.receipts.sign({ id, hash, at: iso(at) }),
	};
	const kept = await services.intake.keep(row, {
		grants: boxes(body.grants),
		event,
		spent: spent.value,
		identity: identityOf(id, body.identity),
	});
	if (kept === 'spent') return failed('token-refused');
	if (kept === 'full') return failed('rate-limited', [String(queueWait)]);
	if (kept !== 'kept') return again(kept, capability, hash);
	if (spent.value === null) services.standing.work.count();
	return done(receiptOf(row));
};
