/** The activity of the last days as bars, and the same in one sentence. */
import { usePanel } from '../../../panel.ts';
import type { PartyWords } from './words.ts';

const tall = 24;
const wide = 4;

export function Days({ days, say }: { days: readonly number[]; say: PartyWords }) {
	const { words } = usePanel();
	const most = Math.max(1, ...days);
	const active = days.filter((count) => count > 0).length;
	const edits = days.reduce((sum, count) => sum + count, 0);
	const told = say('party-days', words.number(active), words.number(days.length), words.number(edits));
	return (
		<figure style={{ margin: 0 }}>
			<svg
				viewBox={`0 0 ${days.length * wide} ${tall}`}
				width={days.length * wide}
				height={tall}
				style={{ maxInlineSize: '100%' }}
				aria-hidden="true"
			>
				{days.map((count, at) => {
					const height = count === 0 ? 1 : Math.max(2, (count / most) * tall);
					return <rect key={at} x={at * wide} y={tall - height} width={wide - 1} height={height} fill="currentColor" />;
				})}
			</svg>
			<figcaption class="wh-small">{told}</figcaption>
		</figure>
	);
}
