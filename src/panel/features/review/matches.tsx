/** The matches of one class, the oldest first: words only. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/port.ts';
import { reviewVerbs, type ReviewVerbs } from '../../../contract/review-verbs.ts';
import type { ClosedClassId } from '../../../domain/upload/classes.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { ReviewWords } from './words.ts';

type Row = ReplyOf<ReviewVerbs, 'uploadMatches'>['matches'][number];
type Shown = 'open' | 'decided';

function Line({ row, say, onOpen }: { row: Row; say: ReviewWords; onOpen: (id: string) => void }) {
	const { words } = usePanel();
	return (
		<li class="wh-entry">
			<Button full onPress={() => onOpen(row.id)}>
				<bdi>{row.title ?? say('review-unpublished')}</bdi>
			</Button>
			<p class="wh-small">
				{say(
					'review-line',
					words.time(row.at),
					say(`review-state-${row.state}`),
					String(row.hits),
					String(row.nearest),
				)}
			</p>
		</li>
	);
}

export function Matches(props: {
	of: ClosedClassId;
	say: ReviewWords;
	/** Somebody comes back from a match: the focus goes to the list, for what they pressed is gone. */
	back: boolean;
	onOpen: (id: string) => void;
}) {
	const { of, say, back, onOpen } = props;
	const { services, facts, t } = usePanel();
	const { wiki } = facts;
	const [state, setState] = useState<Shown>('open');
	const [after, setAfter] = useState<string | null>(null);
	const asked = useAsk(`${of} ${state} ${after ?? ''}`, () =>
		services
			.keeperFor(reviewVerbs)
			.call('uploadMatches', { wiki, class: of, state, ...(after === null ? {} : { after }) }),
	);
	const list = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		if (back) list.current?.focus();
	}, []);
	const next = asked.state === 'done' ? asked.value.next : null;
	return (
		<section class="wh-section" aria-label={say(`review-class-${of}`)} tabIndex={-1} ref={list}>
			<Chips
				legend={say('review-show')}
				chips={[
					{ id: 'open' as const, label: say('review-open') },
					{ id: 'decided' as const, label: say('review-decided') },
				]}
				chosen={state}
				onChoose={(id) => {
					setState(id);
					setAfter(null);
				}}
			/>
			{asked.state === 'asking' && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && asked.value.matches.length === 0 && <p>{say('review-none')}</p>}
			<ul class="wh-list">
				{asked.state === 'done' &&
					asked.value.matches.map((row) => <Line key={row.id} row={row} say={say} onOpen={onOpen} />)}
			</ul>
			{next !== null && <Button onPress={() => setAfter(next)}>{say('review-more')}</Button>}
		</section>
	);
}
