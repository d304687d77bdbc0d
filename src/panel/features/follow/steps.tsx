/** Where a report stands among the steps it passes, what comes next and by when. */
import type { ReportStatus } from '../../../contract/follow.ts';
import type { ReportState } from '../../../domain/report/states.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { nextWords } from './next.ts';
import type { FollowWords } from './words.ts';

const passed: readonly Exclude<ReportState, 'withdrawn'>[] = ['received', 'triaged', 'in-review', 'decided', 'closed'];

export function Steps({ status, again, say }: { status: ReportStatus; again: () => void; say: FollowWords }) {
	const { t, words } = usePanel();
	const { state } = status;
	const steps = state === 'withdrawn' ? (['received', state] as const) : passed;
	const here = steps.findIndex((step) => step === state);
	return (
		<section class="wh-section" aria-labelledby="wh-state">
			<h2 id="wh-state" class="wh-subheading">
				{say('follow-state-heading')}
			</h2>
			<ol class="wh-steps">
				{steps.map((step, at) => (
					<li
						key={step}
						class={at < here ? 'wh-step wh-step--past' : at === here ? 'wh-step wh-step--here' : 'wh-step'}
						{...(at === here ? { 'aria-current': 'step' as const } : {})}
					>
						<span>{t(`state-${step}`)}</span>
						{at === here && <span class="wh-small">{say('follow-since', words.time(status.since))}</span>}
					</li>
				))}
			</ol>
			<p aria-live="polite">{nextWords(status, say, words)}</p>
			<Button size="small" weight="quiet" onPress={again}>
				{say('follow-again')}
			</Button>
		</section>
	);
}
