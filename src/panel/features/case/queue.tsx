/** The queue: newest first, only the rows in sight are drawn and opened. */
import { useState } from 'preact/hooks';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Windowed } from '../../ui/windowed.tsx';
import { QueueRow } from './queue-row.tsx';
import { useCases } from './use-cases.ts';
import { useSummaries } from './use-summaries.ts';

export function Queue(props: { keys: HandlerKeys; hidden: boolean; onOpen: (id: string) => void }) {
	const { t } = usePanel();
	const cases = useCases();
	const [range, setRange] = useState({ first: 0, last: 20 });
	const inSight = cases.rows.slice(range.first, range.last + 1);
	const summaries = useSummaries(inSight, props.keys);
	const { rows, complete, problem } = cases;
	return (
		<div class="wh-queue" hidden={props.hidden}>
			<ViewHeading>{t('case-title')}</ViewHeading>
			<output class="wh-lead">
				{rows.length === 0 && complete
					? t('queue-empty')
					: complete
						? t('queue-count', rows.length)
						: rows.length > 0
							? t('queue-more', rows.length)
							: ''}
			</output>
			{problem && <ProblemMessage problem={problem} again={cases.again} />}
			{rows.length === 0 && !complete && !problem && <Progress label={t('loading')} />}
			<Windowed
				count={rows.length}
				label={t('case-title')}
				hidden={props.hidden}
				onRange={(first, last) => {
					setRange({ first, last });
					cases.reach(last);
				}}
				row={(at) => {
					const row = rows[at];
					return row && <QueueRow row={row} summary={summaries.get(row.id)} onOpen={() => props.onOpen(row.id)} />;
				}}
			/>
		</div>
	);
}
