/** Taking in sealed reports, once each. */
import { createHash } from 'node:crypto';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Receipt } from '../../contract/receipt.ts';
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

export const sendReport: Handler<'sendReport'> = async ({ params: { id }, body, caller: capability }, services) => {
	const sealed = Buffer.from(body.sealed, 'base64');
	if (createHash('sha256').update(sealed).digest('hex') !== body.hash) return failed('bad-input');
	// Before everything else: whose answer was lost gets it, although the wiki is down or switched off by now.
	const known = await findReport(services.store.db, id);
	if (known) return again(known, capability, body.hash);
	const { wiki, route, section, hash } = body;
	const keys = body.grants.map((grant) => grant.key);
	const { staff } = services.config;
	const allowed = await mayReceive(services, wiki, (config, published) =>
		isRecipientSet(keys, route, config, staff, published, services.now()),
	);
	if (!allowed.ok) return allowed;

	const at = services.now();
	const row = {
		...{ id, wiki, route, section, at, hash, capability, sealed },
		state: 'received',
		since: at,
		standing: body.standing.by,
		follow: Buffer.from(body.follow, 'base64'),
		receipt_key: services.receipts.key,
		receipt_signature: services.receipts.sign({ id, hash, at: iso(at) }),
	};
	const grants = body.grants.map(({ key, box }) => ({ key, box: Buffer.from(box, 'base64') }));
	const earlier = await services.intake.keep(row, grants);
	return earlier ? again(earlier, capability, hash) : done(receiptOf(row));
};
