/** Recovery, for who holds a share of it: asking, agreeing, and what was asked before. */
import { useRef } from 'preact/hooks';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done } from '../../../../contract/problem.ts';
import type { RecoveryList } from '../../../../contract/team.ts';
import { teamVerbs } from '../../../../contract/team-verbs.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import type { TeamWords } from '../../../team/words.ts';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Ask } from './ask.tsx';
import { Line } from './line.tsx';

export function Recovery({ keys, say }: { keys: HandlerKeys; say: TeamWords }) {
	const { services, facts, t } = usePanel();
	const { wiki } = facts;
	const asked = useAsk(wiki, async () => {
		const list = await services.keeperFor(teamVerbs).call('recoveries', { wiki });
		if (!list.ok) return list;
		const colleagues = await services.keeperFor(handlerVerbs).call('colleagues', { wiki });
		if (!colleagues.ok) return colleagues;
		// A share, or what two of them open, goes to no key that this device does not trust as the other holder's.
		const pairs = list.value.pairs.filter(({ other }) =>
			colleagues.value.people.some(
				({ team, key }) => team === 'staff:recovery-share' && key.id === other.key.id && key.age === other.key.age,
			),
		);
		return done({ ...list.value, pairs });
	});
	// What was told stays while it is asked for again: the form below keeps its words.
	const last = useRef<RecoveryList | null>(null);
	if (asked.state === 'done') last.current = asked.value;
	const list = last.current;
	const now = new Date().toISOString();
	return (
		<section class="wh-section" aria-labelledby="wh-recovery">
			<h2 id="wh-recovery" class="wh-subheading">
				{say('recovery-heading')}
			</h2>
			<p>{say('recovery-lead')}</p>
			{asked.state === 'asking' && !list && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{list && (
				<>
					<Ask keys={keys} pairs={list.pairs} again={asked.again} say={say} />
					<h3 class="wh-subheading">{say('recovery-log')}</h3>
					{list.recoveries.length === 0 && <p>{say('recovery-empty')}</p>}
					<ul class="wh-list">
						{list.recoveries.map((one) => (
							<Line
								key={one.id}
								recovery={one}
								pairs={list.pairs}
								keys={keys}
								now={now}
								again={asked.again}
								say={say}
							/>
						))}
					</ul>
				</>
			)}
		</section>
	);
}
