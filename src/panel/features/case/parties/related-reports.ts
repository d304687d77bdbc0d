/** Other reports that may belong to one: found among those that this handler can read, so that nobody is told of it. */
import { samePerson } from '../../../../domain/people/names.ts';
import type { Opened } from '../queue/model.ts';

export interface Related {
	readonly by: 'subject' | 'reporter' | 'page';
	/** The person or page that both have. */
	readonly name: string;
	readonly other: Opened;
}

/** More say no more. */
const most = 20;

/** By whom it is about, then by who sent it, then by its page; the newest first. Those of the same thing are its case already. */
export function relatedOf({ row, summary }: Opened, all: readonly Opened[]): Related[] {
	if (!summary) return [];
	const { subject, reporter, page } = summary;
	const found = all.flatMap((other): Related[] => {
		const there = other.summary;
		if (!there || other.row.id === row.id || there.about === summary.about) return [];
		if (row.group !== null && other.row.group === row.group) return [];
		if (subject !== null && there.subject !== null && samePerson(subject, there.subject)) {
			return [{ by: 'subject', name: subject, other }];
		}
		if (reporter !== null && there.reporter !== null && samePerson(reporter, there.reporter)) {
			return [{ by: 'reporter', name: reporter, other }];
		}
		return page !== null && there.page === page ? [{ by: 'page', name: page, other }] : [];
	});
	const order = ['subject', 'reporter', 'page'];
	return found
		.sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by) || (a.other.row.at < b.other.row.at ? 1 : -1))
		.slice(0, most);
}
