/** What a partial block is about: pages, namespaces, actions. */
import type { ActFacts } from '../../../../../contract/act.ts';
import { usePanel } from '../../../../panel.ts';
import { Accordion } from '../../../../ui/accordion.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { TextArea } from '../../../../ui/text.tsx';
import type { Plan } from '../plan.ts';
import { actionName, namespaceName } from '../names.ts';
import type { ActWords } from '../words.ts';

function Ticks<Id extends string | number>(props: {
	title: string;
	all: readonly Id[];
	nameOf: (id: Id) => string;
	chosen: readonly Id[];
	onChoose: (chosen: Id[]) => void;
}) {
	const { title, all, nameOf, chosen } = props;
	const { words } = usePanel();
	if (all.length === 0) return null;
	return (
		<Accordion title={title} description={words.list(chosen.map(nameOf))}>
			{all.map((id) => (
				<Checkbox
					key={id}
					label={nameOf(id)}
					checked={chosen.includes(id)}
					onCheck={(on) => props.onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
				/>
			))}
		</Accordion>
	);
}

export interface BlockProps {
	readonly block: Plan['block'];
	readonly facts: ActFacts;
	readonly error: string | undefined;
	readonly onChange: (part: Partial<Plan['block']>) => void;
	readonly say: ActWords;
}

export function Scope(props: BlockProps) {
	const { block, facts, onChange, say } = props;
	return (
		<>
			<TextArea
				label={say('act-pages')}
				help={say('act-pages-help', facts.mostPages)}
				error={props.error}
				rows={3}
				value={block.pages}
				onText={(pages) => onChange({ pages })}
			/>
			<div class="wh-accordions">
				<Ticks
					title={say('act-namespaces')}
					all={facts.namespaces.map(({ id }) => id)}
					nameOf={(id) => namespaceName(id, facts, say)}
					chosen={block.namespaces}
					onChoose={(namespaces) => onChange({ namespaces })}
				/>
				<Ticks
					title={say('act-actions')}
					all={facts.actions}
					nameOf={(action) => actionName(action, say)}
					chosen={block.actions}
					onChoose={(actions) => onChange({ actions })}
				/>
			</div>
		</>
	);
}
