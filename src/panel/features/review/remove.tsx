/** Taking a confirmed file down on the wiki, by the person's own rights there, when they press the button and not before. */
import { useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/port.ts';
import type { Problem } from '../../../contract/problem.ts';
import { reviewVerbs, type ReviewVerbs } from '../../../contract/review-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { StepProps } from './one-match.tsx';

const focus = (button: HTMLButtonElement | null): void => button?.focus();

export function Remove({ match, user, say }: StepProps) {
	const { services } = usePanel();
	const [told, setTold] = useState<Problem | ReplyOf<ReviewVerbs, 'removeFile'> | null>(null);
	/** `back`: it was asked, and left for now. */
	const [asking, setAsking] = useState<'no' | 'yes' | 'back'>('no');
	/** Pressed twice, it is done once. */
	const busy = useRef(false);
	const { title, wiki, sha1 } = match;
	if (title === null) return null;
	const remove = async (): Promise<void> => {
		if (busy.current) return;
		busy.current = true;
		// Read by anybody in the wiki's log: it says nothing of what was in the file.
		const reason = say('review-log-reason');
		const done = await services.keeperFor(reviewVerbs).call('removeFile', { wiki, title, sha1, as: user, reason });
		setTold(done.ok ? done.value : done);
		setAsking('no');
		busy.current = false;
	};
	const isReportLeft =
		match.class === 'child-abuse' && match.report?.stage !== 'sent' && match.report?.stage !== 'finished';
	return (
		<section class="wh-section" aria-labelledby="wh-remove">
			<h2 id="wh-remove" class="wh-subheading">
				{say('review-remove')}
			</h2>
			<p>{say('review-remove-help')}</p>
			{isReportLeft && <Message>{say('review-remove-later')}</Message>}
			{told && 'problem' in told ? (
				told.problem === 'forbidden' ? (
					<Message type="warning" live>
						{say('review-remove-rights', told.params.join(', '))}
					</Message>
				) : (
					<ProblemMessage problem={told} />
				)
			) : (
				told && (
					<Message type={told.suppressed > 0 ? 'success' : 'warning'} live>
						{told.suppressed > 0 ? say('review-removed') : say('review-not-hidden')}
					</Message>
				)
			)}
			{asking === 'yes' ? (
				<>
					<p>{say('review-remove-ask', title)}</p>
					<div class="wh-actions">
						{/* Where the button was that was pressed: a second press by mistake does nothing. */}
						<Button innerRef={focus} onPress={() => setAsking('back')}>
							{say('review-remove-no')}
						</Button>
						<Button action="destructive" onPress={() => void remove()}>
							{say('review-remove-yes')}
						</Button>
					</div>
				</>
			) : (
				<Button action="destructive" innerRef={asking === 'back' ? focus : null} onPress={() => setAsking('yes')}>
					{say('review-remove-button')}
				</Button>
			)}
		</section>
	);
}
