/** One case of the queue: what, about whom, how many reports, by when, and in whose hands. */
import { sectionNumber } from '../../../clause.ts';
import { usePanel } from '../../../panel.ts';
import { Tag } from '../../../ui/tag.tsx';
import type { CaseWords } from '../words.ts';
import { Due } from './due.tsx';
import { isLate, isOver, standingOf, type Case } from './model.ts';
import { Hands } from './hands.tsx';
import type { Desk } from './lanes.ts';
import type { QueueWords } from './words.ts';

export interface RowProps {
	one: Case;
	desk: Desk;
	nameOf: (key: string) => string | null;
	say: CaseWords;
	word: QueueWords;
}

function Urgency({ one, desk, say, word }: RowProps) {
	const { t } = usePanel();
	const open = one.reports.map(({ row }) => row).filter((row) => !isOver(row));
	return (
		<span class="wh-row__tags">
			{open.some(({ route }) => route === 'threat') && <Tag kind="error">{say('queue-emergency')}</Tag>}
			{open.some(({ severity }) => severity === 'severe') && <Tag kind="error">{word('row-severe')}</Tag>}
			{open.some((row) => isLate(row, desk.now)) && <Tag kind="warning">{say('queue-late')}</Tag>}
			<Tag>{t(`state-${standingOf(one).row.state}`)}</Tag>
		</span>
	);
}

function Talk({ one, say }: RowProps) {
	const rows = one.reports.map(({ row }) => row);
	return (
		<>
			{rows.length > 1 && <span>{say('queue-reports', rows.length)}</span>}
			{rows.some(({ unanswered }) => unanswered !== null) && <Tag kind="success">{say('queue-unanswered')}</Tag>}
			{rows.some((row) => row.appealed && !isOver(row)) && <Tag>{say('queue-appealed')}</Tag>}
		</>
	);
}

function Face(props: RowProps) {
	const { t } = usePanel();
	const { row, summary } = standingOf(props.one);
	return (
		<>
			<span class="wh-row__line">
				<span class="wh-row__what">
					{summary
						? t(`kind-${summary.kind}`)
						: `${props.say('row-closed')} (${t('clause', sectionNumber(row.section))})`}
				</span>
				<Urgency {...props} />
			</span>
			<span class="wh-row__line wh-small">
				<bdi class="wh-row__who">{summary ? (summary.subject ?? t('author-unknown')) : ''}</bdi>
				<span class="wh-row__tags">
					<Hands {...props} />
					<Due row={row} now={props.desk.now} word={props.word} />
				</span>
			</span>
			<span class="wh-row__line wh-small">
				<bdi class="wh-row__page">{summary?.page ?? ''}</bdi>
				<span class="wh-row__tags">
					<Talk {...props} />
				</span>
			</span>
		</>
	);
}

export function QueueRow(props: RowProps & { selected: boolean; onOpen: () => void; onSelect: () => void }) {
	const { onOpen, onSelect, selected, ...face } = props;
	const { t } = usePanel();
	const { summary } = standingOf(face.one);
	return (
		<>
			<button type="button" class="wh-row" onClick={onOpen}>
				<Face {...face} />
			</button>
			<label class="wh-row__select">
				<input type="checkbox" checked={selected} onChange={onSelect} />
				<span class="wh-hidden">
					{face.word('row-select', summary ? t(`kind-${summary.kind}`) : '', summary?.subject ?? t('author-unknown'))}
				</span>
			</label>
		</>
	);
}
