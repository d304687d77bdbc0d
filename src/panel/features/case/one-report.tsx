/** One report of a case: where it stands, what it says, and the messages with its reporter. */
import type { CaseRow } from '../../../contract/case.ts';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import { done } from '../../../contract/problem.ts';
import type { ReportBody } from '../../../contract/report.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useEffect, useState } from 'preact/hooks';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { openReport } from '../../sealing/open-report.ts';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Act } from './act/index.tsx';
import { Deciding } from './decide/index.ts';
import { Export } from './export.tsx';
import { Care } from './folded/care.tsx';
import { SealingContext } from './folded/sealing.ts';
import { Keep } from './hold/keep.tsx';
import { Locked } from './hold/locked.tsx';
import { useCaseLog } from './log/use-case-log.ts';
import { LogView } from './log/log-view.tsx';
import { Presence } from './log/presence.tsx';
import { Parties } from './parties/index.tsx';
import { Reading } from './reading.tsx';
import { isSevere } from './severe.ts';
import { Steps } from './steps/steps.tsx';
import { Talk } from './talk/talk.tsx';
import { useTalk } from './talk/use-talk.ts';
import { CaseTeam, CaseTies } from './team/index.tsx';
import { useReporter } from './reporter/use-reporter.ts';
import { Timeline } from './timeline/index.tsx';
import type { CaseWords } from './words.ts';

export function OneReport(props: {
	id: string;
	keys: HandlerKeys;
	now: string;
	onRow: (row: CaseRow) => void;
	onBack: () => void;
	say: CaseWords;
}) {
	const { services, facts } = usePanel();
	const { id, keys, say } = props;
	const asked = useAsk(id, async () => {
		const sealed = await services.keeperFor(handlerVerbs).call('openCase', { wiki: facts.wiki, id });
		if (!sealed.ok) return sealed;
		const opened = await openReport(sealed.value, keys);
		return opened.ok ? done({ ...opened.value, row: sealed.value }) : opened;
	});
	const [less, setLess] = useState<ReportBody | null>(null);
	const read = asked.state === 'done' ? asked.value : null;
	const opened = read && less ? { ...read, body: less } : read;
	const { talk, problem, again } = useTalk(id, opened?.grant.secret ?? null, props.onRow);
	const log = useCaseLog(id, keys, props.onRow);
	// What somebody else wrote, or the reporter, is read at once.
	useEffect(() => {
		if (log && talk && log.row.version > talk.thread.row.version) again();
	}, [log?.row.version]);
	const row = log?.row ?? opened?.row;
	const reporter = useReporter(opened?.body ?? null);
	return (
		<>
			{asked.state === 'asking' && <Progress label={say('case-opening')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{opened && (
				<Care body={opened.body} severe={isSevere(opened.body.kind, row?.severity ?? null)}>
					{!opened.verified && (
						<Message type="error" live>
							{say('case-differs')}
						</Message>
					)}
					{log && <Presence log={log} keys={keys} />}
					<CaseTies body={opened.body} />
					<SealingContext.Provider value={{ body: opened.body, keys, log, onLess: setLess }}>
						<Reading body={opened.body} row={row ?? opened.row} reporter={reporter} say={say} />
					</SealingContext.Provider>
					<Parties body={opened.body} />
					<Timeline body={opened.body} />
					{problem && <ProblemMessage problem={problem} again={again} />}
					{talk && log && (
						<>
							<Talk body={opened.body} reporter={reporter} talk={talk} log={log} again={again} say={say} />
							<LogView log={log} />
							<Act body={opened.body} log={log} />
							<Locked body={opened.body} row={log.row} />
							<Steps log={log} now={props.now} again={again} say={say} />
							<CaseTeam log={log} body={opened.body} keys={keys} onRow={props.onRow} onBack={props.onBack} />
							<Deciding body={opened.body} talk={talk} log={log} keys={keys} now={props.now} again={again} say={say} />
							<Export body={opened.body} talk={talk} log={log} keys={keys} say={say} />
							<Keep talk={talk} log={log} keys={keys} now={props.now} onRow={props.onRow} onBack={props.onBack} />
						</>
					)}
				</Care>
			)}
		</>
	);
}
