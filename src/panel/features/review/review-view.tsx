/** The reviewers' view: the matches of the own classes, one opened at a time, metadata first. */
import '../../style/handling.ts';
import { useState } from 'preact/hooks';
import { reviewedBy, type ClosedClassId } from '../../../domain/upload/classes.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { HandlersOnly } from '../../session/handlers-only.tsx';
import { useSession } from '../../session/use-session.ts';
import { Chips } from '../../ui/chips.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Matches } from './matches.tsx';
import { OneMatch } from './one-match.tsx';
import { useReviewWords, type ReviewWords } from './words.ts';

interface ReviewProps {
	readonly user: string;
	readonly keys: HandlerKeys | null;
	readonly say: ReviewWords;
}

function Review({ user, keys, say }: ReviewProps) {
	const { t } = usePanel();
	const { session } = useSession();
	const [chosen, setChosen] = useState<ClosedClassId | null>(null);
	/** undefined: none was opened yet. */
	const [open, setOpen] = useState<string | null | undefined>(undefined);
	if (!session) return <Progress label={t('loading')} />;
	const classes = reviewedBy(session.roles);
	const own = classes.find((id) => id === chosen) ?? classes[0];
	if (!own) return <ProblemMessage problem={{ problem: 'forbidden', params: [] }} />;
	if (open) {
		return <OneMatch key={open} id={open} user={user} keys={keys} say={say} onBack={() => setOpen(null)} />;
	}
	return (
		<>
			{classes.length > 1 && (
				<Chips
					legend={say('review-class')}
					chips={classes.map((id) => ({ id, label: say(`review-class-${id}`) }))}
					chosen={own}
					onChoose={setChosen}
				/>
			)}
			<Matches key={own} of={own} say={say} back={open === null} onOpen={setOpen} />
		</>
	);
}

export function ReviewView() {
	const { t } = usePanel();
	const say = useReviewWords();
	return (
		<div class="wh-view">
			<ViewHeading>{say ? say('review-title') : t('loading')}</ViewHeading>
			<HandlersOnly>
				{({ user, keys }) =>
					say ? (
						<>
							<p class="wh-lead">{say('review-lead')}</p>
							<Review user={user} keys={keys} say={say} />
						</>
					) : (
						<Progress label={t('loading')} />
					)
				}
			</HandlersOnly>
		</div>
	);
}
