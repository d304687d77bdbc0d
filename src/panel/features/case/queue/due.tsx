/** By when a report is due: how long that is, going down while one looks; the moment itself on pointing. */
import type { CaseRow } from '../../../../contract/case.ts';
import { usePanel } from '../../../panel.ts';
import { leftUntil, leftWords } from './countdown.ts';
import { isOver } from './model.ts';
import type { QueueWords } from './words.ts';

export function Due({ row, now, word }: { row: CaseRow; now: string; word: QueueWords }) {
	const { words } = usePanel();
	if (!row.due || isOver(row) || now === '') return <time dateTime={row.at}>{words.time(row.at)}</time>;
	const left = leftUntil(row.due.by, now);
	return (
		<time dateTime={row.due.by} title={words.time(row.due.by)}>
			{word('row-due', leftWords(words.language, left))}
		</time>
	);
}
