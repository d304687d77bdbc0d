/** Asking other handlers to look again. */
import { done, failed } from '../../contract/problem.ts';
import { sameHands } from '../auth/hands.ts';
import { appeal, appealFault } from '../store/appeal.ts';
import { findMessage } from '../store/messages.ts';
import { decidersOf, routeOf } from '../store/reports.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';
import { isRecipientSet } from '../wiki/recipients.ts';
import { ownReport } from './follow.ts';
import type { Handler } from './handler.ts';
import { mayReceive } from './recipients.ts';
import { statusOf } from './report-status.ts';

export const appealReport: Handler<'appealReport'> = async ({ params: { id }, body, caller }, services) => {
	const { store, directory, config, now } = services;
	const report = await ownReport(services, id, caller);
	if (!report.ok) return report;
	const { wiki } = report.value;
	const message = { id: body.message, sender: 'reporter', kind: 'appeal', sealed: Buffer.from(body.sealed, 'base64') };
	// Whose answer was lost gets it, whatever the wiki says by now.
	if ((await findMessage(store.db, id, message)) === 'same') return done(await statusOf(services, report.value));
	const { appealDays } = await deadlinesOf(directory, wiki);
	const fault = appealFault(report.value, appealDays, now());
	if (fault) return failed(fault);
	const keys = body.grants.map((grant) => grant.key);
	const route = routeOf(report.value);
	const allowed = await mayReceive(services, wiki, (said, published) =>
		isRecipientSet(
			keys,
			route,
			said,
			config.staff,
			published,
			now(),
			sameHands(decidersOf(report.value), wiki, config, published),
		),
	);
	if (!allowed.ok) return allowed;
	const grants = body.grants.map(({ key, box }) => ({ key, box: Buffer.from(box, 'base64') }));
	const appealed = await appeal(store, services.receipts, id, { message, grants }, appealDays, now());
	if (!appealed.ok) return appealed;
	const after = await ownReport(services, id, caller);
	return after.ok ? done(await statusOf(services, after.value)) : after;
};
