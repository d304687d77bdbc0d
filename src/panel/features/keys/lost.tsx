/** Colleagues who have another key than before: what both could read is given to them again. */
import { useRef } from 'preact/hooks';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import { done } from '../../../contract/problem.ts';
import { teamVerbs } from '../../../contract/team-verbs.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { BulkTold } from '../../team/bulk-told.tsx';
import { giveReport, type Receiver } from '../../team/give.ts';
import { useBulk } from '../../team/use-bulk.ts';
import type { TeamWords } from '../../team/words.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';

interface Waiting extends Receiver {
	readonly reports: readonly string[];
}

function One({
	waiting,
	keys,
	again,
	say,
}: {
	waiting: Waiting;
	keys: HandlerKeys;
	again: () => void;
	say: TeamWords;
}) {
	const { services, facts } = usePanel();
	const { bulk, run } = useBulk();
	const { name, reports } = waiting;
	const give = async (): Promise<void> => {
		const all = await run(reports, (id) =>
			giveReport(services, { wiki: facts.wiki, id }, waiting, { opener: keys, signer: keys }),
		);
		if (all) again();
	};
	return (
		<li class="wh-card">
			<h3 class="wh-card__title" dir="auto">
				{name}
			</h3>
			<p>{say('lost-count', reports.length, name)}</p>
			<BulkTold bulk={bulk} say={say} />
			{bulk.state !== 'working' && <Button onPress={() => void give()}>{say('lost-do', name)}</Button>}
		</li>
	);
}

export function Lost({ keys, say }: { keys: HandlerKeys; say: TeamWords }) {
	const { services, facts, t } = usePanel();
	const { wiki } = facts;
	const asked = useAsk(`${wiki} ${keys.public.id}`, async () => {
		const colleagues = await services.keeperFor(handlerVerbs).call('colleagues', { wiki });
		if (!colleagues.ok) return colleagues;
		const found: Waiting[] = [];
		const known = new Map(colleagues.value.people.map((one) => [one.key.id, one]));
		for (const { name, key } of known.values()) {
			if (key.id === keys.public.id) continue;
			const shared = await services.keeperFor(teamVerbs).call('sharedCases', { wiki, key: key.id });
			if (!shared.ok) return shared;
			if (shared.value.reports.length > 0) found.push({ name, key, reports: shared.value.reports });
		}
		return done(found);
	});
	const last = useRef<readonly Waiting[] | null>(null);
	if (asked.state === 'done') last.current = asked.value;
	const found = last.current;
	return (
		<section class="wh-section" aria-labelledby="wh-lost">
			<h2 id="wh-lost" class="wh-subheading">
				{say('lost-heading')}
			</h2>
			<p class="wh-small">{say('lost-help')}</p>
			{asked.state === 'asking' && !found && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{found?.length === 0 && <p>{say('lost-none')}</p>}
			<ul class="wh-list">
				{found?.map((one) => (
					<One key={one.key.id} waiting={one} keys={keys} again={asked.again} say={say} />
				))}
			</ul>
		</section>
	);
}
