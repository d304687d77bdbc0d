/** How much there is, and the ways to see it newly ordered and anew. */
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import type { CaseWords } from '../words.ts';
import { isFiltered } from './filter.ts';
import type { Cases } from './use-cases.ts';
import type { Commands } from './use-commands.ts';
import type { QueueState } from './use-desk.ts';
import type { QueueWords } from './words.ts';

interface LeadProps {
	cases: Cases;
	state: QueueState;
	say: CaseWords;
	word: QueueWords;
}

function leadOf({ cases: { opened, complete }, state, say, word }: LeadProps): string {
	if (!complete) return opened.length === 0 ? '' : say('queue-more', opened.length);
	if (opened.length === 0) return say('queue-empty');
	const reports = state.shown.reduce((sum, one) => sum + one.reports.length, 0);
	if (reports > 0) return say('queue-count', state.shown.length, reports);
	return word(isFiltered(state.query) ? 'none-found' : `none-${state.query.lane}`);
}

export function Lead(props: LeadProps & { commands: Commands }) {
	const { t } = usePanel();
	const { cases, state, commands, say, word } = props;
	const { opened, complete, problem } = cases;
	return (
		<>
			<output class="wh-lead">{leadOf(props)}</output>
			{problem && <ProblemMessage problem={problem} again={cases.again} />}
			{opened.length === 0 && !complete && !problem && <Progress label={t('loading')} />}
			<div class="wh-actions wh-flush">
				{state.stale && (
					<Button size="small" onPress={state.sort}>
						{say('queue-sort')}
					</Button>
				)}
				{complete && (
					<Button
						size="small"
						weight="quiet"
						onPress={() => {
							state.sort();
							cases.renew();
						}}
					>
						{say('queue-renew')}
					</Button>
				)}
				<Button size="small" weight="quiet" onPress={() => commands.show('palette')}>
					{word('palette')}
				</Button>
				<Button size="small" weight="quiet" onPress={() => commands.show('keys')}>
					{word('keys')}
				</Button>
			</div>
		</>
	);
}
