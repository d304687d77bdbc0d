/** A page's protection: which page, who may still edit it, how long, and why. */
import type { ActFacts } from '../../../../../contract/act.ts';
import { Chips } from '../../../../ui/chips.tsx';
import { TextInput } from '../../../../ui/text.tsx';
import { levelName } from '../names.ts';
import type { Plan } from '../plan.ts';
import type { ActWords } from '../words.ts';
import { Length } from './length.tsx';
import { Reason } from './reason.tsx';

export function Protect(props: {
	protect: Plan['protect'];
	facts: ActFacts;
	onChange: (part: Partial<Plan['protect']>) => void;
	say: ActWords;
}) {
	const { protect, facts, onChange, say } = props;
	return (
		<>
			<TextInput label={say('act-page')} value={protect.page} onText={(page) => onChange({ page })} />
			<Chips
				legend={say('act-level')}
				chips={facts.levels.map((level) => ({ id: level, label: levelName(level, say) }))}
				chosen={protect.level}
				onChoose={(level) => onChange({ level })}
			/>
			<Length facts={facts} expiry={protect.expiry} onExpiry={(expiry) => onChange({ expiry })} say={say} />
			<Reason
				list={facts.protectReasons}
				reason={protect.reason}
				onReason={(reason) => onChange({ reason })}
				say={say}
			/>
		</>
	);
}
