/** The steps of a report to the CyberTipline: one person prepares it, another sends it, and only then does anything leave. */
import { createHash } from 'node:crypto';
import { matchStates, reportStages, reportStep, type ReportStage } from '../../domain/upload/review.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Services } from '../services.ts';
import { moveReport, reportOf } from '../store/upload-reports.ts';
import { actsOf } from '../store/upload-review.ts';
import type { UploadReportTable } from '../store/upload-tables.ts';
import { finishTip, retractTip, sendTip } from '../upload/review/cybertip.ts';
import { isFile, storedFile, type StoredFile } from '../upload/review/preserve.ts';
import type { Handler } from './handler.ts';
import { reviewed, type Reviewed } from './upload-review.ts';

type Report = UploadReportTable & { readonly stage: ReportStage };

/** The preserved file as the person has opened it, or the wiki's copy. */
async function fileFor(
	{ match }: Reviewed,
	given: string | undefined,
	{ upload }: Services,
): Promise<Outcome<StoredFile>> {
	if (!upload || match.title === null) return failed('switched-off');
	const there = await storedFile(upload.wikis, { ...match, title: match.title });
	if (given === undefined) return there;
	const bytes = Buffer.from(given, 'base64');
	if (!isFile(bytes, match.sha1)) return failed('bad-input');
	return done({ bytes, title: match.title, user: there.ok ? there.value.user : null });
}

async function send(own: Reviewed, report: Report, given: string | undefined, services: Services) {
	const { upload, store } = services;
	const config = upload?.checking.cyberTipline;
	if (!config) return failed('switched-off');
	const file = await fileFor(own, given, services);
	if (!file.ok) return file;
	// Taken before anything leaves: two at once would send two.
	if (!(await moveReport(store, 'prepared', report, own.who))) return failed('conflict');
	const { bytes, title, user } = file.value;
	const acts = await actsOf(store.db, own.match.id);
	try {
		const number = await sendTip(config, {
			at: new Date(own.match.at).toISOString(),
			page: `${own.match.wiki}/index.php?title=${encodeURIComponent(title.replaceAll(' ', '_'))}`,
			title,
			user,
			md5: createHash('md5').update(bytes).digest('hex'),
			bytes,
			viewed: acts.some(({ act }) => act === 'look-picture'),
		});
		await moveReport(store, 'sent', { ...report, number }, own.who);
		return done({ stage: report.stage, number });
	} catch (error) {
		services.log.error('a report was not taken', error);
		await moveReport(store, 'sent', { ...report, stage: 'prepared' }, own.who);
		return failed('server-error');
	}
}

async function tellOutside(next: ReportStage, number: string | null, { upload }: Services): Promise<void> {
	const config = upload?.checking.cyberTipline;
	if (!config || number === null) return;
	if (next === 'finished') await finishTip(config, number);
	if (next === 'retracted') await retractTip(config, number);
}

export const uploadReport: Handler<'uploadReport'> = async ({ params, body, caller }, services) => {
	const { store, now, upload } = services;
	const own = await reviewed(params.id, caller, services);
	if (!own.ok) return own;
	const { match, who } = own.value;
	const row = await reportOf(store.db, match.id);
	const stage = reportStages.find((one) => one === row?.stage) ?? null;
	const state = matchStates.find((one) => one === match.state) ?? 'hint';
	const next = reportStep({ class: match.class, state }, stage, body.step, row?.prepared_by === who);
	if (next === 'second-person') return failed('forbidden');
	if (next === 'not-now') return failed('conflict');
	const report: Report = {
		match: match.id,
		stage: next,
		prepared_by: next === 'prepared' ? who : (row?.prepared_by ?? who),
		mode: upload?.checking.cyberTipline?.mode ?? row?.mode ?? 'test',
		number: next === 'prepared' ? null : (row?.number ?? null),
		at: now(),
	};
	if (next === 'sent') return send(own.value, report, body.file, services);
	try {
		await tellOutside(next, report.number, services);
	} catch (error) {
		services.log.error('a report was not taken', error);
		return failed('server-error');
	}
	if (!(await moveReport(store, stage, report, who))) return failed('conflict');
	return done({ stage: next, number: report.number });
};
