/** Which clauses of the Universal Code of Conduct are decided on. */
import { clauseIds, type ClauseId } from '../../../../domain/conduct/clauses.ts';
import { kinds } from '../../../../domain/report/kinds.ts';
import { sectionNumber } from '../../../clause.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { DecideWords } from './words.ts';

/** Kinds with a bullet of their own have words; of the others the section is named, for the policy's words are on the wiki. */
const kindWith = (clause: ClauseId) => kinds.find((kind) => kind.clause === clause && clause.split('.').length === 3);
const nameable = clauseIds.filter((id) => kindWith(id) !== undefined || /^ucoc:\d(?:\.\d)?$/.test(id));

export function Clauses(props: { chosen: readonly ClauseId[]; onChoose: (all: ClauseId[]) => void; say: DecideWords }) {
	const { t } = usePanel();
	const { chosen, onChoose, say } = props;
	const label = (id: ClauseId): string => {
		const kind = kindWith(id);
		return kind ? say('decide-clause', sectionNumber(id), t(`kind-${kind.id}`)) : t('clause', sectionNumber(id));
	};
	const box = (id: ClauseId) => (
		<Checkbox
			key={id}
			label={label(id)}
			checked={chosen.includes(id)}
			onCheck={(on) => onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
		/>
	);
	return (
		<fieldset class="wh-chips">
			<legend class="wh-chips__legend">{say('decide-clauses')}</legend>
			{chosen.map(box)}
			<div class="wh-accordions">
				<Accordion title={say('decide-clauses-more')}>
					{nameable.filter((id) => !chosen.includes(id)).map(box)}
				</Accordion>
			</div>
		</fieldset>
	);
}
