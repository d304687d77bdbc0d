/** The messages of a case, and where it stands. */
import { done, failed } from '../../contract/problem.ts';
import { findingsOf } from '../store/findings.ts';
import { hasIdentity } from '../store/identity.ts';
import { messagesOf } from '../store/messages.ts';
import { decidersOf, findReport } from '../store/reports.ts';
import { heldCase } from './case-rows.ts';
import type { Handler } from './handler.ts';
import { messageAnswer } from './messages.ts';

export const caseThread: Handler<'caseThread'> = async ({ params: { id }, caller }, services) => {
	const held = await heldCase(services, caller, id);
	if (!held.ok) return held;
	const { row, keys } = held.value;
	const { db } = services.store;
	const report = await findReport(db, id);
	if (!report) return failed('not-found');
	const deciders = decidersOf(report);
	return done({
		row,
		messages: (await messagesOf(db, id)).map(messageAnswer),
		decidedByMe: keys.some((key) => deciders.includes(key.id)),
		badFaith: await findingsOf(
			db,
			services.standing.nameOf,
			id,
			row.grants.map(({ key }) => key),
		),
		pseudonymous: await hasIdentity(db, id),
	});
};
