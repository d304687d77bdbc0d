/** The people reported, each heard in a channel of their own. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { samePerson } from '../../../../domain/people/names.ts';
import { newHearing } from '../../../sealing/hearing.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { subjectOf } from '../decide/private-texts.ts';
import type { DecideWords } from '../decide/words.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import type { CaseTalk } from '../talk/use-talk.ts';
import type { CaseWords } from '../words.ts';
import { Channel } from './channel.tsx';
import type { Hearings } from './use-hearings.ts';

export interface HearingProps {
	readonly body: ReportBody;
	readonly talk: CaseTalk;
	readonly log: CaseLog;
	readonly hearings: Hearings;
	/** How long an answer is waited for. */
	readonly days: number;
	/** Where the page of hearings is served; null until it is known. */
	readonly origin: string | null;
	readonly say: CaseWords;
	readonly words: DecideWords;
}

/** Who it is mainly about first. */
function peopleOf(body: ReportBody): string[] {
	const first = subjectOf(body);
	return [first ?? [], ...body.named.filter((name) => !first || !samePerson(name, first))].flat();
}

function Begin({ log, subject, words }: { log: CaseLog; subject: string; words: DecideWords }) {
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState(false);
	const open = async (): Promise<void> => {
		if (busy) return;
		setBusy(true);
		const { body, capability } = await newHearing(log.row.id, subject);
		const draft = { kind: 'hearing', data: { hearing: body.hearing }, body, hearing: { capability } } as const;
		const written = await log.write(draft);
		setProblem(written.ok ? null : written);
		setBusy(false);
	};
	return (
		<>
			<p>{words('hear-help')}</p>
			{problem && <ProblemMessage problem={problem} />}
			<Button disabled={busy} onPress={() => void open()}>
				{words('hear-open', subject)}
			</Button>
		</>
	);
}

export function HearingPart(props: HearingProps) {
	const { body, log, hearings, words } = props;
	const people = peopleOf(body);
	const decided = log.row.state === 'decided' || log.row.state === 'closed';
	if (people.length === 0) return null;
	return (
		<section class="wh-section" aria-labelledby="wh-hearing">
			<h2 id="wh-hearing" class="wh-subheading">
				{words('hear-heading')}
			</h2>
			{hearings.problem && <ProblemMessage problem={hearings.problem} again={hearings.again} />}
			{hearings.closed > 0 && <Message>{words('hear-closed')}</Message>}
			<div class="wh-accordions">
				{people.map((subject) => {
					const one = hearings.with(subject);
					return (
						<Accordion key={subject} title={words('hear-title', subject)} open={one !== null || decided}>
							{one ? <Channel {...props} one={one} /> : <Begin log={log} subject={subject} words={words} />}
						</Accordion>
					);
				})}
			</div>
		</section>
	);
}
