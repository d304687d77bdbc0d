/** The queue: what is owed first, only the rows in sight are drawn. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { ViewHeading } from '../../../ui/heading.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Windowed } from '../../../ui/windowed.tsx';
import type { CaseWords } from '../words.ts';
import { casesOf, settled, type Case } from './model.ts';
import { QueueRow } from './row.tsx';
import type { Cases } from './use-cases.ts';

/** No row moves away from under a hand: once somebody began, the order changes only when they say so. */
function useShown(latest: readonly Case[]) {
	const touched = useRef(false);
	const last = useRef<readonly Case[]>([]);
	const [turn, setTurn] = useState(0);
	const shown = useMemo(() => (touched.current ? settled(last.current, latest) : latest), [latest, turn]);
	last.current = shown;
	return {
		shown,
		stale: shown.some(({ key }, at) => key !== latest[at]?.key),
		touch: () => {
			touched.current = true;
		},
		sort: () => {
			touched.current = false;
			setTurn(turn + 1);
		},
	};
}

export function Queue(props: { cases: Cases; hidden: boolean; onOpen: (one: Case) => void; say: CaseWords }) {
	const { t } = usePanel();
	const { cases, say } = props;
	const { opened, complete, problem } = cases;
	const latest = useMemo(() => casesOf(opened), [opened]);
	const { shown, stale, touch, sort } = useShown(latest);
	const renew = (): void => {
		sort();
		cases.renew();
	};
	return (
		<div class="wh-queue" hidden={props.hidden}>
			<ViewHeading>{t('case-title')}</ViewHeading>
			<output class="wh-lead">
				{opened.length === 0
					? complete
						? say('queue-empty')
						: ''
					: complete
						? say('queue-count', shown.length, opened.length)
						: say('queue-more', opened.length)}
			</output>
			{problem && <ProblemMessage problem={problem} again={cases.again} />}
			{opened.length === 0 && !complete && !problem && <Progress label={t('loading')} />}
			<div class="wh-actions wh-flush">
				{stale && (
					<Button size="small" onPress={sort}>
						{say('queue-sort')}
					</Button>
				)}
				{complete && (
					<Button size="small" weight="quiet" onPress={renew}>
						{say('queue-renew')}
					</Button>
				)}
			</div>
			<div class="wh-queue__list" onPointerMove={touch} onPointerDown={touch} onFocusCapture={touch}>
				<Windowed
					count={shown.length}
					label={t('case-title')}
					hidden={props.hidden}
					row={(at) => {
						const one = shown[at];
						return one && <QueueRow one={one} now={cases.now} say={say} onOpen={() => props.onOpen(one)} />;
					}}
				/>
			</div>
		</div>
	);
}
