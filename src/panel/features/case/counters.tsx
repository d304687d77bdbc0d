/** Reports in which the two people stand the other way round: shown from both sides. */
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import type { Opened } from './queue/model.ts';
import type { CaseWords } from './words.ts';

export function Counters(props: { counters: readonly Opened[]; onGo: (id: string) => void; say: CaseWords }) {
	const { t } = usePanel();
	const { counters, say } = props;
	if (counters.length === 0) return null;
	return (
		<Message>
			{counters.map(({ row, summary }) => (
				<p key={row.id}>
					{say('case-counter', summary?.reporter ?? '', summary?.subject ?? '')}{' '}
					<Button size="small" onPress={() => props.onGo(row.id)}>
						{say('case-counter-open', summary ? t(`kind-${summary.kind}`) : '')}
					</Button>
				</p>
			))}
			<p class="wh-small">{say('case-counter-help')}</p>
		</Message>
	);
}
