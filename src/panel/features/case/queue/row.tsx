/** One case of the queue: what, about whom, how many reports, by when. */
import { sectionNumber } from '../../../clause.ts';
import { usePanel } from '../../../panel.ts';
import { Tag } from '../../../ui/tag.tsx';
import type { CaseWords } from '../words.ts';
import { isLate, isOver, standingOf, type Case } from './model.ts';

interface RowProps {
	one: Case;
	/** The backend's clock. */
	now: string;
	say: CaseWords;
}

function Urgency({ one, now, say }: RowProps) {
	const { t } = usePanel();
	const open = one.reports.map(({ row }) => row).filter((row) => !isOver(row));
	return (
		<span class="wh-row__tags">
			{open.some(({ route }) => route === 'threat') && <Tag kind="error">{say('queue-emergency')}</Tag>}
			{open.some((row) => isLate(row, now)) && <Tag kind="warning">{say('queue-late')}</Tag>}
			<Tag>{t(`state-${standingOf(one).row.state}`)}</Tag>
		</span>
	);
}

function Talk({ one, say }: RowProps) {
	const rows = one.reports.map(({ row }) => row);
	return (
		<span class="wh-row__tags">
			{rows.length > 1 && <span>{say('queue-reports', rows.length)}</span>}
			{rows.some(({ unanswered }) => unanswered !== null) && <Tag kind="success">{say('queue-unanswered')}</Tag>}
			{rows.some((row) => row.appealed && !isOver(row)) && <Tag>{say('queue-appealed')}</Tag>}
		</span>
	);
}

function Face(props: RowProps) {
	const { t, words } = usePanel();
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
				<span>{row.due && !isOver(row) ? props.say('queue-due', words.time(row.due.by)) : words.time(row.at)}</span>
			</span>
			<span class="wh-row__line wh-small">
				<bdi class="wh-row__page">{summary?.page ?? ''}</bdi>
				<Talk {...props} />
			</span>
		</>
	);
}

export function QueueRow({ onOpen, ...face }: RowProps & { onOpen: () => void }) {
	return (
		<button type="button" class="wh-row" onClick={onOpen}>
			<Face {...face} />
		</button>
	);
}
