/** Taking one report out of the case that handlers had joined it to. */
import { Button } from '../../../ui/button.tsx';
import type { CaseRow } from '../../../../contract/case.ts';
import type { QueueWords } from './words.ts';

export function Split({ row, onSplit, word }: { row: CaseRow; onSplit: () => void; word: QueueWords }) {
	if (row.group === null) return null;
	return (
		<p class="wh-small">
			<Button size="small" onPress={onSplit}>
				{word('split')}
			</Button>{' '}
			{word('split-help')}
		</p>
	);
}
