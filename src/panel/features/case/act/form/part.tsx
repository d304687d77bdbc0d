/** One act of the plan: whether it is chosen, and folded below what it consists of. */
import type { ComponentChildren } from 'preact';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Message } from '../../../../ui/message.tsx';
import type { ActWords } from '../words.ts';

export function Part(props: {
	label: string;
	/** The wiki gives the right to it. */
	may: boolean;
	on: boolean;
	onTurn: (on: boolean) => void;
	say: ActWords;
	children: ComponentChildren;
}) {
	const { label, may, on, say } = props;
	return (
		<div class="wh-card wh-act">
			<Checkbox label={label} checked={on} onCheck={props.onTurn} />
			{on && !may && <Message>{say('act-no-right')}</Message>}
			{on && props.children}
		</div>
	);
}
