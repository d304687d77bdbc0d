/** The Send button, always in sight, and beside it what is still missing: it never just sits there grey. */
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Recipient } from '../../../contract/keeper.ts';
import { usePanel, type Panel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { newcomers } from '../../ui/newcomers.ts';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { Missing, Readiness } from './use-ready.ts';
import type { Sending } from './use-sending.ts';

/** The list above has the name in full. */
const shortened = (name: string): string => (name.length > 24 ? `${Array.from(name).slice(0, 22).join('')}…` : name);

/** The first few by name, so that nobody has to scroll to see where it goes; the list above has all. */
function forWhom({ t, words }: Panel, people: readonly Recipient[]): string {
	const shown = people.slice(0, 3).map(({ name }) => shortened(name));
	const more = people.length - shown.length;
	const names = words.list(more > 0 ? [...shown, t('and-more', more)] : shown);
	const fresh = newcomers(people).length;
	return [t('send-to', names), ...(fresh > 0 ? [t('send-fresh', fresh)] : [])].join(' ');
}

export function SendBar(props: {
	readiness: Readiness;
	sending: Sending;
	buttonRef: Ref<HTMLButtonElement>;
	/** Brings what is missing into sight. */
	onMissing: (missing: Missing) => void;
	/** What to say where nothing is chosen yet, if not what happened is asked. */
	ask?: string;
}) {
	const panel = usePanel();
	const { t } = panel;
	const { readiness, sending } = props;
	const [pressed, setPressed] = useState(false);
	const { missing, ready } = readiness;
	const press = (): void => {
		setPressed(true);
		if (ready) sending.send(ready);
		else if (missing) props.onMissing(missing);
	};
	const people = ready?.recipients.recipients ?? [];
	const words = sending.sending
		? t('sending')
		: missing === null
			? forWhom(panel, people)
			: pressed || missing === 'consent' || missing === 'details' || missing === 'name'
				? missing === 'kind' && props.ask
					? props.ask
					: t(`send-missing-${missing}`)
				: t('send-nothing-yet');
	return (
		<div class="wh-bar">
			{sending.problem && <ProblemMessage problem={sending.problem} type="error" />}
			<div class="wh-bar__row">
				<p id="wh-send-state" class="wh-bar__words" aria-live="polite">
					{words}
				</p>
				<Button
					action="progressive"
					weight="primary"
					size="large"
					onPress={press}
					describedBy="wh-send-state"
					innerRef={props.buttonRef}
				>
					{t('send')}
				</Button>
			</div>
		</div>
	);
}
