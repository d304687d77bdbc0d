/** Whether the person reported was heard, where a measure is about them; else it must be urgent, with a reason. */
import { heardSince, needsHearing } from '../../../../domain/case/heard.ts';
import { usePanel } from '../../../panel.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Message } from '../../../ui/message.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { Told } from './must-wait.ts';
import type { DecideForm } from './use-form.ts';
import type { DecideWords } from './words.ts';

export function HeardGate(props: {
	form: DecideForm;
	hearing: Told | null;
	days: number;
	/** ms. */
	now: number;
	say: DecideWords;
}) {
	const { words } = usePanel();
	const { form, hearing, days, now, say } = props;
	const { outcome, sanctions, urgent, urgentWhy } = form.choices;
	if (outcome !== 'violation' || !needsHearing(sanctions)) return null;
	const since = heardSince(hearing, days);
	if (since <= now) return <p class="wh-small">{say(hearing?.answered ? 'heard-answered' : 'heard-had-time')}</p>;
	return (
		<Message type="warning">
			<p>
				{Number.isFinite(since)
					? say('heard-waits', words.time(new Date(since).toISOString()))
					: say('heard-not-asked', days)}
			</p>
			<Checkbox label={say('heard-urgent')} checked={urgent} onCheck={(on) => form.change({ urgent: on })} />
			{urgent && (
				<TextArea
					label={say('heard-urgent-why')}
					rows={2}
					value={urgentWhy}
					onText={(text) => form.change({ urgentWhy: text })}
				/>
			)}
		</Message>
	);
}
