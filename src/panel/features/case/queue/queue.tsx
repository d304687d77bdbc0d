/** The queue: what is owed first, only the rows in sight are drawn. */
import './style.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../../../panel.ts';
import { ViewHeading } from '../../../ui/heading.tsx';
import { Windowed } from '../../../ui/windowed.tsx';
import type { Choices } from '../keys/use-choices.ts';
import type { CaseWords } from '../words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { LaneChips } from './lane-chips.tsx';
import { Lead } from './lead.tsx';
import type { Case } from './model.ts';
import { QueueRow } from './row.tsx';
import { Tools } from './tools.tsx';
import type { Cases } from './use-cases.ts';
import type { Commands } from './use-commands.ts';
import type { QueueState } from './use-desk.ts';
import type { QueueWords } from './words.ts';

export function Queue(props: {
	cases: Cases;
	state: QueueState;
	choices: Choices;
	nameOf: (key: string) => string | null;
	hidden: boolean;
	commands: Commands;
	onOpen: (one: Case) => void;
	say: CaseWords;
	word: QueueWords;
}) {
	const { t } = usePanel();
	const { cases, state, commands, say, word } = props;
	const { searchTurn } = commands;
	const { shown, touch } = state;
	const [open, setOpen] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (searchTurn > 0) setOpen(true);
	}, [searchTurn]);
	useEffect(() => {
		if (searchTurn > 0 && open) field.current?.focus();
	}, [searchTurn, open]);
	return (
		<div class="wh-queue" hidden={props.hidden}>
			<ViewHeading>{t('case-title')}</ViewHeading>
			<Lead cases={cases} state={state} commands={commands} say={say} word={word} />
			<LaneChips lane={state.query.lane} counts={state.counts} onLane={(lane) => state.ask({ lane })} word={word} />
			<Tools state={state} choices={props.choices} open={open} onOpen={setOpen} fieldRef={field} word={word} />
			<BulkBar state={state} commands={commands} word={word} />
			<div class="wh-queue__list" onPointerMove={touch} onPointerDown={touch} onFocusCapture={touch}>
				<Windowed
					count={shown.length}
					label={t('case-title')}
					hidden={props.hidden}
					goTo={commands.goTo}
					onRow={commands.row}
					row={(at) => {
						const one = shown[at];
						return (
							one && (
								<QueueRow
									one={one}
									desk={state.desk}
									nameOf={props.nameOf}
									selected={state.isSelected(one)}
									onOpen={() => props.onOpen(one)}
									onSelect={() => state.toggle(one)}
									say={say}
									word={word}
								/>
							)
						);
					}}
				/>
			</div>
		</div>
	);
}
