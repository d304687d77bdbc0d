/** Writing one event into the log of a report that is not open, and looking at it anew before a second try. */
import type { CaseRow } from '../../../../contract/case.ts';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done, type Outcome } from '../../../../contract/problem.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { writeDraft } from '../log/write.ts';
import type { QueueDraft } from './acts.ts';

export interface Writing {
	write(row: CaseRow, draft: QueueDraft): Promise<Outcome<CaseRow>>;
	/** As it stands now. */
	read(id: string): Promise<Outcome<CaseRow>>;
}

export function useWrite(keys: HandlerKeys): Writing {
	const { services, facts } = usePanel();
	const keeper = services.keeperFor(handlerVerbs);
	const { wiki } = facts;
	return {
		write: (row, draft) =>
			writeDraft(
				{
					id: row.id,
					keys,
					now: () => new Date().toISOString(),
					read: () => keeper.call('caseEvents', { wiki, id: row.id }),
					send: (write) => keeper.call('writeEvent', { wiki, id: row.id, ...write }),
					colleagues: () => keeper.call('colleagues', { wiki }),
				},
				row,
				draft,
			),
		async read(id) {
			const events = await keeper.call('caseEvents', { wiki, id });
			return events.ok ? done(events.value.row) : events;
		},
	};
}
