/** Following a report with its capability: how it stands, what was written, taking it back, whether it helped. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Services } from '../services.ts';
import { messagesOf } from '../store/messages.ts';
import { findReport, sealedOf, type StoredReport } from '../store/reports.ts';
import { withdraw } from '../store/withdraw.ts';
import { writeMessage } from '../store/write-message.ts';
import type { Call, Handler } from './handler.ts';
import { statusOf } from './report-status.ts';
import { messageAnswer } from './messages.ts';

/** One answer for a wrong id and a wrong capability: neither tells that a report exists. */
export async function ownReport({ store }: Services, id: string, capability: string): Promise<Outcome<StoredReport>> {
	const report = await findReport(store.db, id);
	return report?.capability === capability ? done(report) : failed('not-found');
}

export const reportStatus: Handler<'reportStatus'> = async ({ params, caller }, services) => {
	const report = await ownReport(services, params.id, caller);
	return report.ok ? done(await statusOf(services, report.value)) : report;
};

const base64 = (bytes: Uint8Array | null | undefined): string | null =>
	bytes && bytes.length > 0 ? Buffer.from(bytes).toString('base64') : null;

export const reportThread: Handler<'reportThread'> = async ({ params, caller }, services) => {
	const report = await ownReport(services, params.id, caller);
	if (!report.ok) return report;
	const { db } = services.store;
	const kept = await sealedOf(db, params.id);
	const messages = await messagesOf(db, params.id);
	return done({
		status: await statusOf(services, report.value),
		follow: base64(kept?.follow),
		sealed: base64(kept?.sealed),
		...(kept?.remainder_hash ? { remainder: kept.remainder_hash } : {}),
		messages: messages.map(messageAnswer),
	});
};

export const sendMessage: Handler<'sendMessage'> = async ({ params, body, caller }, services) => {
	const report = await ownReport(services, params.id, caller);
	if (!report.ok) return report;
	const sealed = Buffer.from(body.sealed, 'base64');
	const message = { id: params.message, sender: 'reporter', kind: body.kind, sealed };
	return writeMessage(services.store, services.receipts, params.id, message, services.now());
};

export const withdrawReport: Handler<'withdrawReport'> = async (call, services) => {
	const { params, caller } = call;
	const report = await ownReport(services, params.id, caller);
	if (!report.ok) return report;
	if (!(await withdraw(services.store, services.receipts, params.id, services.now()))) return failed('too-late');
	return reportStatus({ ...call, query: undefined, body: undefined } satisfies Call<'reportStatus'>, services);
};

export const giveFeedback: Handler<'giveFeedback'> = async ({ params, body, caller }, services) => {
	const report = await ownReport(services, params.id, caller);
	if (!report.ok) return report;
	const { store } = services;
	const given = await store.tx((tx) =>
		tx
			.updateTable('report')
			.set({ feedback: body.answer })
			.where('id', '=', params.id)
			.where('state', '=', 'closed')
			.returning('id')
			.execute(),
	);
	return given.length > 0 ? done({}) : failed('conflict');
};
