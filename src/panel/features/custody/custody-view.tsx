/** A custodian's view: asking for a name, agreeing as the second person, and the log. */
import '../../style/handling.ts';
import '../../writing/style.ts';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { HandlersOnly } from '../../session/handlers-only.tsx';
import { NoKey } from '../../session/no-key.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Ask } from './ask.tsx';
import { Line } from './line.tsx';
import { useCustodyWords, type CustodyWords } from './words.ts';

function Custody({ keys, say }: { keys: HandlerKeys; say: CustodyWords }) {
	const { services, facts, t } = usePanel();
	const { wiki } = facts;
	const log = useAsk(wiki, () => services.keeperFor(handlerVerbs).call('openings', { wiki }));
	// Their keys as this device trusts them: a share goes to no other.
	const asked = useAsk(wiki, () =>
		services.keeperFor(reporterVerbs).call('custodians', { wiki, named: [], all: true }),
	);
	const custodians = asked.state === 'done' ? asked.value.recipients : [];
	const openings = log.state === 'done' ? log.value.openings : null;
	return (
		<>
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && <Ask keys={keys} custodians={custodians} again={log.again} say={say} />}
			<section class="wh-section" aria-labelledby="wh-log">
				<h2 id="wh-log" class="wh-subheading">
					{say('custody-log')}
				</h2>
				{log.state === 'asking' && <Progress label={t('loading')} />}
				{log.state === 'failed' && <ProblemMessage problem={log.problem} again={log.again} />}
				{openings?.length === 0 && <p>{say('custody-empty')}</p>}
				<ul class="wh-list">
					{openings?.map((opening) => (
						<Line
							key={opening.id}
							opening={opening}
							keys={keys}
							custodians={asked.state === 'done' ? custodians : null}
							again={log.again}
							say={say}
						/>
					))}
				</ul>
			</section>
		</>
	);
}

export function CustodyView() {
	const { t } = usePanel();
	const say = useCustodyWords();
	return (
		<div class="wh-view">
			<ViewHeading>{t('custody-title')}</ViewHeading>
			<HandlersOnly>
				{({ keys }) =>
					!say ? (
						<Progress label={t('loading')} />
					) : keys ? (
						<>
							<p class="wh-lead">{say('custody-lead')}</p>
							<Custody keys={keys} say={say} />
						</>
					) : (
						<NoKey />
					)
				}
			</HandlersOnly>
		</div>
	);
}
