/** Whom the timeline of a report begins with, and when. */
import type { ReportBody } from '../../../../contract/report.ts';
import { mostAccounts } from '../../../../contract/timeline.ts';
import { samePerson } from '../../../../domain/people/names.ts';
import type { Window } from './choice.ts';

const day = 24 * 3_600_000;
/** Long enough for a habit to show. */
const usualDays = 60;

/** Whose talk page something stands on, by the name that every wiki knows: two people meet there. */
const hostOf = (page: string | undefined): string[] => {
	const match = /^User[ _]talk:([^/]+)/i.exec(page ?? '');
	return match?.[1] ? [match[1]] : [];
};

/** Those named, who reports where that is said, and on whose talk page it happened. */
export function partiesOf({ named, reporter, evidence }: ReportBody): string[] {
	const hosts = evidence.flatMap(({ target }) => hostOf(target.page));
	const all = [...named, ...(reporter.user === null ? [] : [reporter.user]), ...hosts];
	return all.filter((one, at) => all.findIndex((other) => samePerson(other, one)) === at).slice(0, mostAccounts);
}

/** The weeks before the report, to the end of its day. */
export function rangeOf({ at }: Pick<ReportBody, 'at'>): Window {
	const to = Math.ceil(Date.parse(at) / day) * day - 1000;
	return { from: to - usualDays * day + 1000, to };
}
