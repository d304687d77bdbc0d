/** Picks edits of one or several people and adds them to the report; what is picked stays when the list of another is shown. */
import { useState } from 'preact/hooks';
import { mostPieces } from '../../../../../contract/attachment.ts';
import { mostAtOnce } from '../../../../../contract/recent-edits.ts';
import type { Target } from '../../../../../contract/target.ts';
import type { TrayWords } from '../../../../attachments/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chips } from '../../../../ui/chips.tsx';
import type { DraftState } from '../../use-draft.ts';
import { heldEdits } from '../store.ts';
import type { TrayState } from '../use-tray.ts';
import { EditList } from './edit-list.tsx';

type Picked = ReadonlyMap<number, Target>;

export function Picker(props: {
	people: readonly string[];
	wiki: string;
	state: TrayState;
	draft: DraftState;
	say: TrayWords;
}) {
	const { people, state, wiki, draft, say } = props;
	const [whose, setWhose] = useState(people[0] ?? '');
	const [picked, setPicked] = useState<Picked>(new Map());
	const [told, setTold] = useState('');
	const user = people.includes(whose) ? whose : (people[0] ?? '');
	const pieces = state.tray?.pieces ?? [];
	const held = heldEdits([...(draft.draft ? [draft.draft] : []), ...pieces]);

	const many = picked.size > mostAtOnce;
	const count = many ? say('recent-many', mostAtOnce, picked.size) : say('recent-picked', picked.size);
	const pick = (target: Target, on: boolean): void => {
		const { revision = 0 } = target;
		setTold('');
		setPicked((old) => {
			const others = [...old].filter(([one]) => one !== revision);
			return new Map(on ? [...others, [revision, target]] : others);
		});
	};
	const add = async (): Promise<void> => {
		const targets = [...picked.values()].filter(({ revision = 0 }) => !held.has(revision));
		if (targets.length === 0) return setTold(say('recent-none-picked'));
		if (many) return;
		// The draft must be there when another tab looks for it, although nothing was typed yet.
		draft.change({});
		setPicked(new Map());
		const added = await state.pick(targets);
		const all = say('recent-added', added);
		setTold(added < targets.length ? `${all} ${say('recent-full', mostPieces)}` : all);
	};
	return (
		<div class="wh-tray">
			{people.length > 1 && (
				<Chips
					legend={say('recent-whose')}
					chips={people.map((name) => ({ id: name, label: name }))}
					chosen={user}
					onChoose={setWhose}
				/>
			)}
			<EditList key={user} user={user} wiki={wiki} held={held} picked={picked} onPick={pick} say={say} />
			<p class="wh-small">
				<output>{told || (picked.size > 0 && count)}</output>
			</p>
			<Button onPress={() => void add()}>{say('recent-add')}</Button>
		</div>
	);
}
