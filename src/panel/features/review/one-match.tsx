/** One match: what the lists say of it, the picture only where it is asked for, and the steps that a person may take. */
import type { ReplyOf } from '../../../contract/port.ts';
import { reviewVerbs, type ReviewVerbs } from '../../../contract/review-verbs.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Decide } from './decide.tsx';
import { Evidence } from './evidence.tsx';
import { Log } from './log.tsx';
import { Picture } from './picture.tsx';
import { Remove } from './remove.tsx';
import { Report } from './report.tsx';
import type { ReviewWords } from './words.ts';

export type Match = ReplyOf<ReviewVerbs, 'uploadLook'>;

/** What every step on a match is given. */
export interface StepProps {
	readonly match: Match;
	readonly user: string;
	readonly keys: HandlerKeys | null;
	readonly say: ReviewWords;
	/** After a step: the match as it is now. */
	again(): void;
}

function Shown(props: StepProps) {
	const { words } = usePanel();
	const { match, say } = props;
	const isOpen = match.state === 'waiting' || match.state === 'escalated';
	const heading = useRef<HTMLHeadingElement>(null);
	// What was pressed is gone with each step: reading goes on where the match begins.
	useLayoutEffect(() => heading.current?.focus(), []);
	return (
		<>
			<h2 class="wh-subheading" tabIndex={-1} ref={heading}>
				<bdi>{match.title ?? say('review-unpublished')}</bdi>
			</h2>
			<Facts
				rows={[
					[say('review-found'), words.time(match.at)],
					[say('review-state'), say(`review-state-${match.state}`)],
					[say('review-preserved'), match.preservedUntil && words.time(match.preservedUntil)],
				]}
			/>
			{match.class === 'terrorism' && <Message>{say('review-terrorism-note')}</Message>}
			<Evidence match={match} say={say} />
			{match.title !== null && <Picture match={match} say={say} />}
			{isOpen && <Decide {...props} />}
			{match.state === 'confirmed' && match.class === 'child-abuse' && <Report {...props} />}
			{match.state === 'confirmed' && match.title !== null && <Remove {...props} />}
			<Log {...props} />
		</>
	);
}

export function OneMatch(props: Omit<StepProps, 'match' | 'again'> & { id: string; onBack: () => void }) {
	const { services, facts, t } = usePanel();
	const { id, say, onBack } = props;
	const asked = useAsk(id, () =>
		services.keeperFor(reviewVerbs).call('uploadLook', { wiki: facts.wiki, id, what: 'metadata' }),
	);
	return (
		<>
			<Button onPress={onBack}>{say('review-back')}</Button>
			{asked.state === 'asking' && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && <Shown {...props} match={asked.value} again={asked.again} />}
		</>
	);
}
