/** Reports to the CyberTipline and where each stands. */
import type { ReportStage } from '../../domain/upload/review.ts';
import type { Reader, Store } from './open.ts';
import type { UploadReportTable } from './upload-tables.ts';
import { keepAct } from './upload-review.ts';

export function reportOf(db: Reader, match: string): Promise<UploadReportTable | undefined> {
	return db.selectFrom('upload_report').selectAll().where('match', '=', match).executeTakeFirst();
}

/** Moves a report, with its trace; false where it does not stand at `from` any longer (null: there is none). */
export function moveReport(
	store: Store,
	from: ReportStage | null,
	report: UploadReportTable & { readonly stage: ReportStage },
	who: string,
): Promise<boolean> {
	return store.tx(async (tx) => {
		const known = await tx
			.selectFrom('upload_report')
			.select('stage')
			.where('match', '=', report.match)
			.executeTakeFirst();
		if ((known?.stage ?? null) !== from) return false;
		await tx
			.insertInto('upload_report')
			.values(report)
			.onConflict((conflict) => conflict.column('match').doUpdateSet(report))
			.execute();
		await keepAct(tx, { match: report.match, at: report.at, who, act: `report-${report.stage}`, box: null });
		return true;
	});
}
