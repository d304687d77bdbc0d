/** The queue with its keys, and over it the case that was opened. */
import { useMemo, useState } from 'preact/hooks';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { bindingsOf } from '../keys/bindings.ts';
import { Told } from '../duty/told.tsx';
import { KeysDialog } from '../keys/keys-dialog.tsx';
import { Palette } from '../keys/palette.tsx';
import type { Choices } from '../keys/use-choices.ts';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { OneCase } from '../one-case.tsx';
import { relatedOf } from '../parties/related-reports.ts';
import type { CaseWords } from '../words.ts';
import { ActDialog } from './act-dialog.tsx';
import { BulkTold } from './bulk-told.tsx';
import { countersOf, type Case } from './model.ts';
import { paletteItems } from './palette-items.ts';
import { Queue } from './queue.tsx';
import { Split } from './split.tsx';
import { useBulk } from './use-bulk.ts';
import { useCases } from './use-cases.ts';
import { useCommands } from './use-commands.ts';
import { useDesk } from './use-desk.ts';
import { useTeam } from './use-team.ts';
import { useWrite } from './use-write.ts';
import type { QueueWords } from './words.ts';

export function Handling(props: {
	keys: HandlerKeys;
	id: string | null;
	choices: Choices;
	say: CaseWords;
	word: QueueWords;
}) {
	const { words } = usePanel();
	const { keys, choices, say, word } = props;
	const cases = useCases(keys);
	const team = useTeam(keys);
	const state = useDesk(cases, keys, team.mine);
	const bulk = useBulk(useWrite(keys), cases.change);
	const [chosen, setChosen] = useState(props.id);
	const byReport = useMemo(
		() => new Map(state.all.flatMap((one) => one.reports.map(({ row }) => [row.id, one] as const))),
		[state.all],
	);
	const open = (chosen !== null && byReport.get(chosen)) || null;
	const here = open?.reports.find(({ row }) => row.id === chosen);
	const onOpen = ({ reports: [first] }: Case): void => setChosen(first.row.id);
	const commands = useCommands({ state, open, onOpen, bulk, word });
	useShortcuts(bindingsOf(choices.choices.keys), commands.run);
	const { over, show } = commands;
	const close = (): void => show(null);
	return (
		<>
			<BulkTold bulk={bulk} word={word} />
			<Queue
				cases={cases}
				state={state}
				choices={choices}
				nameOf={team.nameOf}
				hidden={chosen !== null}
				commands={commands}
				onOpen={onOpen}
				say={say}
				word={word}
			/>
			<Told cases={cases} hint={chosen === null} />
			{chosen !== null && (
				<OneCase
					// One view for a case, in which another report of it is chosen.
					key={open?.key ?? chosen}
					id={chosen}
					keys={keys}
					together={open?.reports ?? []}
					part={here && <Split row={here.row} onSplit={() => bulk.run({ kind: 'part' }, [here])} word={word} />}
					counters={here ? countersOf(here, cases.opened) : []}
					related={here ? relatedOf(here, cases.opened) : []}
					now={state.desk.now}
					onGo={setChosen}
					onBack={() => setChosen(null)}
					onRow={cases.change}
					say={say}
				/>
			)}
			{over === 'keys' && <KeysDialog choices={choices} onClose={close} word={word} />}
			{over === 'palette' && (
				<Palette
					items={paletteItems({
						commands,
						state,
						choices: choices.choices,
						onQueue: () => setChosen(null),
						onOpen,
						words,
						word,
					})}
					onClose={close}
					word={word}
				/>
			)}
			{over !== null && over !== 'keys' && over !== 'palette' && (
				<ActDialog
					asking={over}
					cases={commands.targets()}
					now={state.desk.now}
					people={team.people}
					onDo={(act) =>
						bulk.run(
							act,
							commands.targets().flatMap((one) => one.reports),
						)
					}
					onClose={close}
					word={word}
				/>
			)}
			<output class="wh-hidden">{commands.told}</output>
		</>
	);
}
