/** One report of the person's own: where it stands, what was said, and what can be done. */
import { cdxIconPrevious } from '@wikimedia/codex-icons';
import { useEffect } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Conversation } from './conversation.tsx';
import { Papers } from './papers.tsx';
import { titleOf } from './title.ts';
import { useFollowed } from './use-followed.ts';
import { endVisit } from './visit.ts';
import { VisitNote } from './visit-note.tsx';
import type { FollowWords } from './words.ts';

export function OneReport({ id, say }: { id: string; say: FollowWords }) {
	const { services, t, words, go } = usePanel();
	const followed = useFollowed(id);
	const { row, opened, problem, again } = followed;
	useEffect(() => () => void endVisit(services.vault, id).catch(() => undefined), [id]);
	const title = row ? titleOf(row, say, t) : say('follow-one');
	return (
		<article class="wh-view">
			<Button icon={cdxIconPrevious} iconTurns weight="quiet" onPress={() => go({ feature: 'follow' })}>
				{say('follow-back')}
			</Button>
			<ViewHeading>{title}</ViewHeading>
			{row === null && <p>{say('follow-not-kept')}</p>}
			{row && <p class="wh-lead">{say('follow-sent-on', words.time(row.at))}</p>}
			{row?.visit && <VisitNote onKeep={() => followed.keepRow({ visit: undefined })} say={say} />}
			{row && !row.receipt && <Message>{say('follow-waiting')}</Message>}
			{problem && (
				<>
					<ProblemMessage problem={problem} again={again} type="notice" />
					{!opened && <p class="wh-small">{say('follow-kept-here')}</p>}
				</>
			)}
			{row?.receipt && !opened && !problem && <Progress label={t('loading')} />}
			{row && opened && <Conversation row={row} opened={opened} again={again} say={say} />}
			{/* Not before what stands above it: nothing moves away under a hand. */}
			{row && (opened || problem || !row.receipt) && <Papers row={row} opened={opened} again={again} say={say} />}
		</article>
	);
}
