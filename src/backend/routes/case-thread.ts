/** The messages of a case, a handler's answers, and its steps. */
import type { CaseRow } from '../../contract/case.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { SignedIn } from '../auth/caller.ts';
import type { Services } from '../services.ts';
import type { OwnKey } from '../store/cases.ts';
import { findingsOf } from '../store/findings.ts';
import { hasIdentity } from '../store/identity.ts';
import { messagesOf } from '../store/messages.ts';
import { move } from '../store/move.ts';
import { decidersOf, findReport } from '../store/reports.ts';
import { writeMessage } from '../store/write-message.ts';
import { casesAt, keysFor } from './case-rows.ts';
import type { Handler } from './handler.ts';
import { messageAnswer } from './messages.ts';

/** A report that the asker holds a grant of: not found for everybody else. */
export async function heldCase(
	services: Services,
	caller: SignedIn,
	id: string,
): Promise<Outcome<{ readonly row: CaseRow; readonly keys: readonly OwnKey[] }>> {
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const [row] = await casesAt(services, keys.value, [id]);
	return row ? done({ row, keys: keys.value }) : failed('not-found');
}

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

export const answerReporter: Handler<'answerReporter'> = async ({ params, body, caller }, services) => {
	const held = await heldCase(services, caller, params.id);
	if (!held.ok) return held;
	const sealed = Buffer.from(body.sealed, 'base64');
	const message = { id: params.message, sender: 'handler', kind: 'message', sealed };
	return writeMessage(services.store, params.id, message, services.now());
};

export const moveCase: Handler<'moveCase'> = async ({ params: { id }, body, caller }, services) => {
	const { from, to, message } = body;
	// Nobody is left with a decision that says nothing.
	if (to === 'decided' && !message) return failed('bad-input');
	const held = await heldCase(services, caller, id);
	if (!held.ok) return held;
	const words = message && {
		id: message.id,
		sender: 'handler',
		kind: to === 'decided' ? 'decision' : 'message',
		sealed: Buffer.from(message.sealed, 'base64'),
	};
	const by = held.value.keys.map((key) => key.id);
	const moved = await move(services.store, id, { from, to, by, message: words ?? null }, services.now());
	if (!moved.ok) return moved;
	const [row] = await casesAt(services, held.value.keys, [id]);
	return row ? done({ state: row.state, since: row.since, due: row.due }) : failed('not-found');
};
