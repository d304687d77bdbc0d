/** One line of what was asked for: by whom and why, who agreed, and what may be done now. */
import type { Recovery } from '../../../../contract/team.ts';
import { done } from '../../../../contract/problem.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { openReason } from '../../../sealing/reason.ts';
import { useConfig } from '../../../use-config.ts';
import { Agree, type AgreeProps } from './agree.tsx';

export function Line(props: Omit<AgreeProps, 'why'> & { now: string }) {
	const { words, facts } = usePanel();
	const { recovery, keys, now, say } = props;
	const { id, scope, askedBy, at, until, used, reason } = recovery;
	const config = useConfig(facts.wiki);
	const asked = useAsk(id, async () => done({ text: await openReason(reason, id, keys) }));
	const why = asked.state === 'done' ? asked.value.text : null;
	const nameOf = (team: string): string =>
		(config.state === 'done' ? config.value.config.teams[team]?.name : undefined) ?? team;
	const over = until < now;
	return (
		<li class="wh-card">
			<h3 class="wh-card__title">{titleOf(scope)}</h3>
			<p class="wh-small">{say('recovery-asked-by', askedBy, words.time(at))}</p>
			{asked.state === 'done' &&
				(why === null ? (
					<p class="wh-small">{say('recovery-unreadable')}</p>
				) : (
					<p class="wh-words" dir="auto">
						{why}
					</p>
				))}
			{used && <p class="wh-small">{say('recovery-used', used.by, words.time(used.at), used.reports)}</p>}
			{over && !used && <p>{say('recovery-over')}</p>}
			{!over && !used && recovery.passed === null && <p>{say('recovery-waits')}</p>}
			{/* Nobody agrees to a reason they cannot read. */}
			{!over && recovery.passed && why !== null && <Agree {...props} why={why} />}
		</li>
	);

	function titleOf(one: Recovery['scope']): string {
		return one.of === 'report' ? say('recovery-line-report', one.report) : say('recovery-line-team', nameOf(one.team));
	}
}
