/** The person reported is heard, then it is decided, or passed on. */
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usualDeadlines } from '../../../../domain/report/deadlines.ts';
import { mayMove } from '../../../../domain/report/states.ts';
import { usePanel } from '../../../panel.ts';
import { Message } from '../../../ui/message.tsx';
import { useConfig } from '../../../use-config.ts';
import { HearingPart } from '../hearing/hearing-part.tsx';
import { useHearings } from '../hearing/use-hearings.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import type { CaseTalk } from '../talk/use-talk.ts';
import type { CaseWords } from '../words.ts';
import { Decide } from './decide.tsx';
import { Escalate } from './escalate.tsx';
import { subjectOf } from './private-texts.ts';
import { useDecideWords } from './words.ts';

export interface DecidingProps {
	readonly body: ReportBody;
	readonly talk: CaseTalk;
	readonly log: CaseLog;
	readonly keys: HandlerKeys;
	/** The backend's clock, ISO. */
	readonly now: string;
	readonly again: () => void;
	readonly say: CaseWords;
}

export function Deciding(props: DecidingProps) {
	const { facts, go } = usePanel();
	const { body, talk, log, keys, again, say } = props;
	const words = useDecideWords();
	const config = useConfig(facts.wiki);
	const hearings = useHearings(log);
	const { row } = log;
	if (!words || row.state === 'withdrawn') return null;
	const subject = subjectOf(body);
	const days =
		(config.state === 'done' ? config.value.config.deadlines?.hearingDays : undefined) ?? usualDeadlines.hearingDays;
	const now = Date.parse(props.now) || Date.now();
	const origin = config.state === 'done' ? config.value.origin : null;
	const mayDecide = mayMove(row.state, 'decided');
	return (
		<>
			<HearingPart
				body={body}
				talk={talk}
				log={log}
				hearings={hearings}
				days={days}
				origin={origin}
				say={say}
				words={words}
			/>
			{mayDecide && (
				<section class="wh-section" aria-labelledby="wh-decide">
					<h2 id="wh-decide" class="wh-subheading">
						{words('decide-heading')}
					</h2>
					{talk.thread.decidedByMe ? (
						<Message>{say('steps-decided-by-me')}</Message>
					) : (
						<Decide
							body={body}
							subject={subject}
							talk={talk}
							log={log}
							keys={keys}
							hearing={hearings.of(subject)}
							hearingDays={days}
							now={now}
							again={again}
							say={say}
							words={words}
						/>
					)}
				</section>
			)}
			{mayDecide && <Escalate body={body} log={log} keys={keys} onLeft={() => go({ feature: 'case' })} say={words} />}
		</>
	);
}
