/** One row of the queue. */
import type { CaseRow } from '../../../contract/case.ts';
import { sectionNumber } from '../../clause.ts';
import { usePanel } from '../../panel.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Summary } from './use-summaries.ts';

export function QueueRow(props: { row: CaseRow; summary: Summary | undefined; onOpen: () => void }) {
	const { t, words } = usePanel();
	const { row, summary } = props;
	const known = summary && summary !== 'closed' ? summary : null;
	const what = known
		? t(`kind-${known.kind}`)
		: summary === 'closed'
			? t('row-closed')
			: t('clause', sectionNumber(row.section));
	return (
		<button type="button" class="wh-row" onClick={props.onOpen}>
			<span class="wh-row__line">
				<span class="wh-row__what">{what}</span>
				<Tag>{t(`state-${row.state}`)}</Tag>
			</span>
			<span class="wh-row__line wh-small">
				<bdi class="wh-row__who">{known ? (known.subject ?? t('author-unknown')) : ''}</bdi>
				<time dateTime={row.at}>{words.time(row.at)}</time>
			</span>
			<bdi class="wh-row__page wh-small">{known?.page ?? ''}</bdi>
		</button>
	);
}
