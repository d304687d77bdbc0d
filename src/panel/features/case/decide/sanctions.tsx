/** What is done about a violation: written down here, done elsewhere. */
import type { Sanction } from '../../../../domain/case/ladder.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { DecideWords } from './words.ts';

const sanctions: readonly Sanction[] = ['warning', 'partial-block', 'block', 'protect', 'hide', 'revert'];

export function Sanctions(props: {
	chosen: readonly Sanction[];
	onChoose: (all: Sanction[]) => void;
	say: DecideWords;
}) {
	const { chosen, onChoose, say } = props;
	return (
		<fieldset class="wh-chips">
			<legend class="wh-chips__legend">{say('decide-sanctions')}</legend>
			<p class="wh-small">{say('decide-sanctions-help')}</p>
			{sanctions.map((one) => (
				<Checkbox
					key={one}
					label={say(`sanction-${one}`)}
					checked={chosen.includes(one)}
					onCheck={(on) => onChoose(on ? [...chosen, one] : chosen.filter((other) => other !== one))}
				/>
			))}
		</fieldset>
	);
}
