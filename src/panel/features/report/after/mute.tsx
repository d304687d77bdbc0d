/** One click to be notified of nothing that this person does, and what came of it. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { WikiLink } from '../../../ui/link.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import type { ReportWords } from '../../../words/form.ts';

type MuteState = 'no' | 'asking' | 'muted' | 'refused' | Problem;

export function Mute({ wiki, user, say }: { wiki: string; user: string; say: ReportWords }) {
	const { services, facts } = usePanel();
	const [state, setState] = useState<MuteState>('no');
	// Nobody who is not logged in is notified of anything.
	if (facts.user === null) return null;
	const mute = async (): Promise<void> => {
		setState('asking');
		const answer = await services.keeperFor(reporterVerbs).call('mute', { wiki, user });
		if (answer.ok) setState(answer.value.notifications ? 'muted' : 'refused');
		else setState({ problem: answer.problem, params: answer.params });
	};
	const told = state === 'muted' || state === 'refused';
	return (
		<section class="wh-section">
			{!told && (
				<>
					<Button onPress={() => void mute()} disabled={state === 'asking'}>
						{say('mute-button', user)}
					</Button>
					<p class="wh-small">{say('mute-help')}</p>
				</>
			)}
			<output>{told && say(state === 'muted' ? 'mute-done' : 'mute-none', user)}</output>
			{told && (
				<p>
					<WikiLink url={`${wiki}/index.php?title=Special:Preferences`}>{say('mute-preferences')}</WikiLink>
				</p>
			)}
			{typeof state === 'object' && <ProblemMessage problem={state} again={() => void mute()} />}
		</section>
	);
}
