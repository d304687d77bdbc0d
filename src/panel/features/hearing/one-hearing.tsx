/** What the person heard reads and may do: the messages, an answer, and once another look at the decision. */
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Letters } from '../../writing/letters.tsx';
import { Contest } from './contest.tsx';
import { Say } from './say.tsx';
import { useHearing, type Heard } from './use-hearing.ts';
import type { HearingWords } from './words.ts';

function Open({ heard, again, say }: { heard: Heard; again: () => void; say: HearingWords }) {
	const { words } = usePanel();
	const { hearing, letters } = heard;
	return (
		<>
			<section class="wh-section" aria-labelledby="wh-letters">
				<h2 id="wh-letters" class="wh-subheading">
					{say('hearing-messages')}
				</h2>
				<Letters
					messages={letters}
					say={{
						from: (from) => say(from === 'handler' ? 'hearing-from-handler' : 'hearing-from-you'),
						kind: (kind) => say(kind === 'appeal' ? 'hearing-kind-contest' : 'hearing-kind-reasons'),
						outcome: (outcome) => say(`hearing-outcome-${outcome}`),
						unreadable: say('hearing-unreadable'),
						none: say('hearing-none'),
					}}
				/>
				<Button size="small" weight="quiet" onPress={again}>
					{say('hearing-renew')}
				</Button>
				<Say heard={heard} again={again} say={say} />
			</section>
			{hearing.contest === 'used' && <p class="wh-small">{say('hearing-contest-used')}</p>}
			{hearing.contest === 'open' && (
				<div class="wh-accordions">
					<Accordion
						title={say('hearing-contest')}
						description={hearing.until ? say('hearing-contest-until', words.time(hearing.until)) : ''}
					>
						<Contest heard={heard} again={again} say={say} />
					</Accordion>
				</div>
			)}
		</>
	);
}

export function OneHearing({ code, say }: { code: Uint8Array<ArrayBuffer>; say: HearingWords }) {
	const { t } = usePanel();
	const { heard, problem, again } = useHearing(code);
	return (
		<>
			<ViewHeading>{say('hearing-title')}</ViewHeading>
			{heard && <p class="wh-lead">{say('hearing-lead', new URL(heard.hearing.wiki).host)}</p>}
			<p class="wh-small">{say('hearing-who-reads')}</p>
			{!heard && !problem && <Progress label={t('loading')} />}
			{problem?.problem === 'not-found' ? (
				<Message live>{say('hearing-not-found')}</Message>
			) : (
				problem && <ProblemMessage problem={problem} again={again} />
			)}
			{heard?.hearing.over && <Message>{say('hearing-over')}</Message>}
			{heard && !heard.hearing.over && <Open heard={heard} again={again} say={say} />}
			<p class="wh-small">{say('hearing-come-back')}</p>
		</>
	);
}
