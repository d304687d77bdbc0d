/** How a report stands, as its reporter and its handlers are told. */
import type { ReportStatus } from '../../contract/follow.ts';
import type { Receipt } from '../../contract/receipt.ts';
import { dueOf, type Deadlines } from '../../domain/report/deadlines.ts';
import { feedbackAnswers } from '../../contract/follow.ts';
import { sameHands } from '../auth/hands.ts';
import type { Services } from '../services.ts';
import { appealFault } from '../store/appeal.ts';
import { enoughFindings, findingsOf } from '../store/findings.ts';
import { decidersOf, routeOf, stateOf, type ReportStand, type StoredReport } from '../store/reports.ts';
import { iso, isoOrNull } from '../times.ts';
import { membersOf } from '../wiki/directory.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';

type Receipted = Pick<StoredReport, 'id' | 'hash' | 'at' | 'receipt_key' | 'receipt_signature'>;

export function receiptOf(report: Receipted): Receipt {
	return {
		v: 1,
		id: report.id,
		hash: report.hash,
		at: iso(report.at),
		key: report.receipt_key,
		signature: report.receipt_signature,
	};
}

/** The step that somebody owes next. */
export function nextOf(report: ReportStand, deadlines: Deadlines): ReportStatus['due'] {
	const { at, since } = report;
	const again = Math.max(report.appealed_at ?? 0, report.contested_at ?? 0) || null;
	const due = dueOf({ state: stateOf(report), route: routeOf(report), at, since }, deadlines, again);
	return due && { step: due.step, by: iso(due.by) };
}

/** With the keys they made since, as far as the wiki can be asked: an appeal to those would be refused. */
async function decidersNow({ config, directory }: Services, report: StoredReport): Promise<string[]> {
	const ids = decidersOf(report);
	const wiki = await directory.config(report.wiki);
	const keys = wiki.ok ? await directory.keysOf(report.wiki, membersOf(wiki.value)) : wiki;
	return keys.ok ? [...sameHands(ids, report.wiki, config, keys.value)] : ids;
}

export async function statusOf(services: Services, report: StoredReport): Promise<ReportStatus> {
	const { directory, store, standing, now } = services;
	const deadlines = await deadlinesOf(directory, report.wiki);
	const mayAppeal = appealFault(report, deadlines.appealDays, now()) === null;
	const { findings } = await findingsOf(store.db, standing.nameOf, report.id);
	return {
		id: report.id,
		state: stateOf(report),
		since: iso(report.since),
		now: iso(now()),
		receipt: receiptOf(report),
		due: nextOf(report, deadlines),
		appeal: report.appealed_at !== null ? 'used' : mayAppeal ? 'open' : 'none',
		decidedBy: mayAppeal ? await decidersNow(services, report) : decidersOf(report),
		badFaith: findings >= enoughFindings,
		feedback: feedbackAnswers.find((answer) => answer === report.feedback) ?? null,
		lastAnswer: isoOrNull(report.handler_wrote),
	};
}
