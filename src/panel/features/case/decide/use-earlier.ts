/** Earlier decisions that this handler can open, read on this machine. */
import type { CaseRow } from '../../../../contract/case.ts';
import { handlerVerbs, type HandlerVerbs } from '../../../../contract/handler-verbs.ts';
import type { Client } from '../../../../contract/port.ts';
import { done, type Outcome, type Problem } from '../../../../contract/problem.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import type { Decided } from '../../../../domain/case/ladder.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { openGrant } from '../../../sealing/open-report.ts';
import { openEvents } from '../log/open.ts';
import { useColleagues, type Colleagues } from '../log/use-colleagues.ts';
import { deskKeyOf } from '../log/write.ts';

/** More would tell little, and each is a request. */
const mostRead = 100;
const page = 500;
const atOnce = 4;

const isDecided = ({ state }: CaseRow): boolean => state === 'decided' || state === 'closed' || state === 'in-review';

async function decidedIn(
	keeper: Client<HandlerVerbs>,
	row: CaseRow,
	keys: HandlerKeys,
	colleagues: Colleagues,
): Promise<Decided | null> {
	const desk = await deskKeyOf(row, keys);
	const read = desk === null ? null : await keeper.call('caseEvents', { wiki: row.wiki, id: row.id });
	if (!read?.ok) return null;
	const grant = await openGrant(row, keys);
	const summary = grant.ok ? grant.value.summary : null;
	const events = await openEvents(read.value.events, row.id, desk, colleagues);
	const last = events.filter(({ body, verified }) => verified && body?.kind === 'decision').at(-1);
	if (last?.body?.kind !== 'decision' || !summary) return null;
	const { outcome, clauses, severity, sanctions } = last.body;
	return {
		report: row.id,
		matter: row.group ?? summary.about,
		subject: summary.subject,
		at: Date.parse(last.event.at),
		outcome,
		clauses,
		severity,
		sanctions,
		open: row.state === 'in-review',
	};
}

/**
 * Asks for all newest decided cases of the wiki, whoever they are about: to ask for those of one person would tell the backend
 * which belong together.
 */
export async function readEarlier(
	keeper: Client<HandlerVerbs>,
	wiki: string,
	not: string,
	keys: HandlerKeys,
	colleagues: Colleagues,
): Promise<Outcome<readonly Decided[]>> {
	const rows: CaseRow[] = [];
	let after: string | null | undefined;
	while (after !== null && rows.length < mostRead) {
		const asked = await keeper.call('cases', { wiki, limit: page, ...(after === undefined ? {} : { after }) });
		if (!asked.ok) return asked;
		rows.push(...asked.value.cases.filter((row) => isDecided(row) && row.id !== not && row.wiki === wiki));
		after = asked.value.next;
	}
	const found: Decided[] = [];
	for (let at = 0; at < Math.min(rows.length, mostRead); at += atOnce) {
		const some = rows.slice(at, Math.min(at + atOnce, mostRead));
		const decided = await Promise.all(some.map((row) => decidedIn(keeper, row, keys, colleagues)));
		found.push(...decided.filter((one) => one !== null));
	}
	return done(found);
}

export function useEarlier(
	report: string,
	keys: HandlerKeys,
): { readonly decided: readonly Decided[] | null; readonly problem: Problem | null; again(): void } {
	const { services, facts } = usePanel();
	const colleagues = useColleagues();
	const asked = useAsk(colleagues && report, async () =>
		colleagues ? readEarlier(services.keeperFor(handlerVerbs), facts.wiki, report, keys, colleagues) : done([]),
	);
	return {
		decided: asked.state === 'done' ? asked.value : null,
		problem: asked.state === 'failed' ? asked.problem : null,
		again: asked.again,
	};
}
