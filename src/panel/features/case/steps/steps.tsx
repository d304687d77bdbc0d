/** Where a report stands, by when what is owed, and the steps that may follow. */
import type { ReportState } from '../../../../domain/report/states.ts';
import { mayMove } from '../../../../domain/report/states.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { Merge } from '../log/merge.tsx';
import { useChange } from '../log/use-change.ts';
import { isLate } from '../queue/model.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import { stepDraft } from '../log/write.ts';
import type { CaseWords } from '../words.ts';

/** A decision has words of its own. */
const plainSteps = ['triaged', 'in-review', 'closed'] as const;

export function Steps(props: { log: CaseLog; now: string; again: () => void; say: CaseWords }) {
	const { t, words } = usePanel();
	const { log, now, again, say } = props;
	const { row } = log;
	const change = useChange(log);
	const move = async (to: ReportState): Promise<void> => {
		await change.make(await stepDraft(row.state, to));
		again();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-steps">
			<h2 id="wh-steps" class="wh-subheading">
				{say('steps-heading')}
			</h2>
			<div aria-live="polite">
				<p>{say('steps-state', t(`state-${row.state}`), words.time(row.since))}</p>
				{row.due && <p>{say(`steps-${isLate(row, now) ? 'late' : 'due'}-${row.due.step}`, words.time(row.due.by))}</p>}
				{row.appealed && <p>{say('steps-appealed')}</p>}
			</div>
			{change.conflict?.why === 'illegal' ? (
				<Message live>{say('steps-meanwhile')}</Message>
			) : (
				<Merge change={change} />
			)}
			<div class="wh-actions">
				{plainSteps
					.filter((to) => mayMove(row.state, to))
					.map((to) => (
						<Button key={to} onPress={() => void move(to)}>
							{say(`steps-to-${to}`)}
						</Button>
					))}
			</div>
		</section>
	);
}
