/** Gives the words of one piece to oversighters: of the report as it is kept now, to those whom the wiki names now. */
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done, type Outcome } from '../../../../contract/problem.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import type { Panel } from '../../../panel.ts';
import type { Recipient } from '../../../sealing/grants.ts';
import { openReport } from '../../../sealing/open-report.ts';
import { withhold } from '../../../sealing/withhold.ts';
import type { CaseLog } from '../log/use-case-log.ts';

type Here = Pick<Panel, 'services' | 'facts'>;

/** Nobody of them is named in the report, sent it, or recovers keys: those hold what any handler lost. */
async function oversightersOf(
	{ services, facts: { wiki } }: Here,
	{ named, excluded = [], reporter }: ReportBody,
	keys: HandlerKeys,
): Promise<Outcome<Recipient[]>> {
	const out = reporter.user === null ? excluded : [...excluded, reporter.user];
	const args = { wiki, route: 'private-data', named, excluded: out, decidedBy: [] } as const;
	const asked = await services.keeper.call('recipients', { ...args, excluded: [...out], decidedBy: [] });
	if (!asked.ok) return asked;
	const { recipients, leftOut } = asked.value;
	// As for a report of one's own the asker is left out: an oversighter who handles this goes on reading it.
	const me = leftOut.find(({ reason }) => reason === 'own-report');
	const others = recipients.filter(({ team }) => team !== 'staff:recovery');
	return done([...others, ...(me ? [{ name: me.name, key: keys.public }] : [])]);
}

/** `at`: place of the piece, from 0. Answers what the report says from now on. */
export async function sealWords(
	here: Here,
	{ log, keys }: { readonly log: CaseLog; readonly keys: HandlerKeys },
	at: number,
): Promise<Outcome<ReportBody>> {
	const { id, wiki } = log.row;
	const kept = await here.services.keeperFor(handlerVerbs).call('openCase', { wiki, id });
	if (!kept.ok) return kept;
	const opened = await openReport(kept.value, keys);
	if (!opened.ok) return opened;
	const { body, grant } = opened.value;
	// Somebody did it meanwhile.
	if (body.evidence[at]?.withheld) return done(body);
	const oversighters = await oversightersOf(here, body, keys);
	if (!oversighters.ok) return oversighters;
	const less = await withhold({ body, secret: grant.secret, hash: kept.value.hash }, at, oversighters.value);
	if (!less.ok) return less;
	const written = await log.write(less.value.draft);
	return written.ok ? done(less.value.body) : written;
}
