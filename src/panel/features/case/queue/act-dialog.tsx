/** Asks once before something is done to cases: how many, and what is to be chosen for it. */
import { useState } from 'preact/hooks';
import { randomText } from '../../../../contract/bytes.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { Dialog } from '../keys/dialog.tsx';
import { groupOf, type Act } from './acts.ts';
import type { Case } from './model.ts';
import { Select } from './select.tsx';
import type { QueueWords } from './words.ts';

export type Asking = 'assign' | 'snooze' | 'merge' | 'close';
const dayMs = 86_400_000;
const days = ['1', '3', '7', '14', 'none'] as const;

export function ActDialog(props: {
	asking: Asking;
	cases: readonly Case[];
	/** By the backend's clock. */
	now: string;
	/** Who it can be given to, by key. */
	people: readonly { id: string; name: string }[];
	onDo: (act: Act) => void;
	onClose: () => void;
	word: QueueWords;
}) {
	const { t } = usePanel();
	const { asking, cases, now, people, word } = props;
	const [day, setDay] = useState<(typeof days)[number]>('1');
	const [to, setTo] = useState<string | null>(people[0]?.id ?? null);
	const reports = cases.flatMap((one) => one.reports);
	const until = day === 'none' ? null : new Date(Date.parse(now) + Number(day) * dayMs).toISOString();
	const acts: Record<Asking, () => Act> = {
		assign: () => ({ kind: 'assign', to }),
		snooze: () => ({ kind: 'snooze', until }),
		merge: () => ({
			kind: 'merge',
			group: groupOf(
				reports.map(({ row }) => row),
				randomText(16),
			),
		}),
		close: () => ({ kind: 'close' }),
	};
	const go = (): void => {
		props.onDo(acts[asking]());
		props.onClose();
	};
	return (
		<Dialog title={word(`ask-${asking}`)} onClose={props.onClose}>
			<p>{word('ask-count', cases.length, reports.length)}</p>
			{asking === 'snooze' && (
				<Chips
					legend={word('ask-snooze-until')}
					chips={days.map((id) => ({
						id,
						label: id === 'none' ? word('snooze-none') : word('snooze-days', Number(id)),
					}))}
					chosen={day}
					onChoose={setDay}
					onEnter={go}
				/>
			)}
			{asking === 'assign' && (
				<Select
					label={word('ask-assign-to')}
					none={word('assign-nobody')}
					options={people.map(({ id, name }) => ({ id, label: name }))}
					chosen={to}
					onChoose={setTo}
				/>
			)}
			<p class="wh-small">{word(`ask-${asking}-help`)}</p>
			<div class="wh-actions">
				<Button action="progressive" weight="primary" onPress={go}>
					{word(`do-${asking}`)}
				</Button>
				<Button onPress={props.onClose}>{t('cancel')}</Button>
			</div>
		</Dialog>
	);
}
