/** The four lanes with how many cases are in each. */
import { laneIds, type LaneId } from '../../../../contract/desk-choices.ts';
import { usePanel } from '../../../panel.ts';
import { Chips } from '../../../ui/chips.tsx';
import type { Counts } from './filter.ts';
import type { QueueWords } from './words.ts';

export function LaneChips(props: { lane: LaneId; counts: Counts; onLane: (lane: LaneId) => void; word: QueueWords }) {
	const { words } = usePanel();
	const { lane, counts, word } = props;
	return (
		<Chips
			legend={<span class="wh-hidden">{word('lanes')}</span>}
			chips={laneIds.map((id) => ({ id, label: word(`lane-${id}`), note: words.number(counts.lanes[id]) }))}
			chosen={lane}
			onChoose={props.onLane}
		/>
	);
}
