/** Hearings: for the person heard, who shows the capability of their code, and for handlers who hold a grant. */
import type { Hearing } from '../../contract/hearing.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Services } from '../services.ts';
import { contest, contestFault, contestUntil, stateOfReport, writeInHearing } from '../store/contest.ts';
import type { HearingTable } from '../store/hearing-tables.ts';
import { findHearing, hearingMessages, hearingsOf } from '../store/hearing.ts';
import { stateOf } from '../store/reports.ts';
import { iso } from '../times.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';
import { heldCase } from './case-rows.ts';
import type { Handler } from './handler.ts';
import { messageAnswer } from './messages.ts';

/** One answer for a wrong id and a wrong capability: neither tells that a hearing exists. */
async function ownHearing({ store }: Services, id: string, capability: string): Promise<Outcome<HearingTable>> {
	const found = await findHearing(store.db, id);
	return found?.capability === capability ? done(found) : failed('not-found');
}

async function answerOf(services: Services, row: HearingTable): Promise<Hearing> {
	const { store, directory, now } = services;
	const { appealDays } = await deadlinesOf(directory, row.wiki);
	const state = stateOf(await stateOfReport(store.db, row.report));
	const open = contestFault(row, state, appealDays, now()) === null;
	const messages = await hearingMessages(store.db, row.id);
	return {
		id: row.id,
		wiki: row.wiki,
		at: iso(row.at),
		now: iso(now()),
		over: row.over_at !== null,
		contest: row.contested_at !== null ? 'used' : open ? 'open' : 'none',
		until: open && row.reasons_at !== null ? iso(contestUntil(row.reasons_at, appealDays)) : null,
		messages: messages.map(messageAnswer),
	};
}

export const hearing: Handler<'hearing'> = async ({ params, caller }, services) => {
	const own = await ownHearing(services, params.id, caller);
	return own.ok ? done(await answerOf(services, own.value)) : own;
};

export const sayInHearing: Handler<'sayInHearing'> = async ({ params, body, caller }, services) => {
	const own = await ownHearing(services, params.id, caller);
	if (!own.ok) return own;
	const words = { id: params.message, sealed: Buffer.from(body.sealed, 'base64') };
	return writeInHearing(services.store, services.receipts, params.id, words, services.now());
};

export const contestDecision: Handler<'contestDecision'> = async ({ params: { id }, body, caller }, services) => {
	const { store, receipts, directory, now } = services;
	const own = await ownHearing(services, id, caller);
	if (!own.ok) return own;
	const { appealDays } = await deadlinesOf(directory, own.value.wiki);
	const words = { id: body.message, sealed: Buffer.from(body.sealed, 'base64') };
	const contested = await contest(store, receipts, id, words, appealDays, now());
	if (!contested.ok) return contested;
	const after = await ownHearing(services, id, caller);
	return after.ok ? done(await answerOf(services, after.value)) : after;
};

export const caseHearings: Handler<'caseHearings'> = async ({ params: { id }, caller }, services) => {
	const held = await heldCase(services, caller, id);
	if (!held.ok) return held;
	const rows = await hearingsOf(services.store.db, id);
	return done({ hearings: await Promise.all(rows.map((row) => answerOf(services, row))) });
};
