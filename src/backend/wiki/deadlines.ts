/** The terms that hold on a wiki. */
import { usualDeadlines, type Deadlines } from '../../domain/report/deadlines.ts';
import type { WikiDirectory } from './directory.ts';

/** What the wiki says, over the usual ones; those alone while it cannot be asked: nobody is left without a term. */
export async function deadlinesOf(directory: WikiDirectory, wiki: string): Promise<Deadlines> {
	const config = await directory.config(wiki);
	const said = config.ok ? config.value.deadlines : undefined;
	return {
		triageDays: said?.triageDays ?? usualDeadlines.triageDays,
		emergencyHours: said?.emergencyHours ?? usualDeadlines.emergencyHours,
		decisionDays: said?.decisionDays ?? usualDeadlines.decisionDays,
		appealDays: said?.appealDays ?? usualDeadlines.appealDays,
		hearingDays: said?.hearingDays ?? usualDeadlines.hearingDays,
	};
}
