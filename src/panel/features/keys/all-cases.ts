/** Every row of a handler's queue, page after page. */
import type { CaseListSchema, CaseRow } from '../../../contract/case.ts';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import { done, type Outcome } from '../../../contract/problem.ts';
import type { InferOutput } from 'valibot';
import type { PanelServices } from '../../services.ts';

const limit = 500;

export async function allCases(services: PanelServices, wiki: string): Promise<Outcome<CaseRow[]>> {
	const rows: CaseRow[] = [];
	let after: string | null = null;
	do {
		const page: Outcome<InferOutput<typeof CaseListSchema>> = await services
			.keeperFor(handlerVerbs)
			.call('cases', { wiki, limit, ...(after === null ? {} : { after }) });
		if (!page.ok) return page;
		rows.push(...page.value.cases);
		after = page.value.next;
	} while (after !== null && !services.signal.aborted);
	return done(rows);
}
