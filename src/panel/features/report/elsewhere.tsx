/** Reporting is not possible here now: why, that nothing is lost, and where else to turn. */
import type { Problem } from '../../../contract/problem.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import type { Target } from '../../../contract/target.ts';
import type { KindId } from '../../../domain/report/kinds.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { DangerLink } from './danger.tsx';
import { Pages, pagesFor } from './pages.tsx';

export function Elsewhere(props: { target: Target; problem: Problem; again: () => void; kind: KindId | null }) {
	const { services, t } = usePanel();
	const { target, problem, kind } = props;
	const { wiki } = target;
	const ways = useAsk(wiki, () => services.keeperFor(reporterVerbs).call('emergencyWays', { wiki }));
	const pages = ways.state === 'done' ? pagesFor(ways.value.pages, kind) : [];
	return (
		<div class="wh-view">
			<ViewHeading>{t('report-title')}</ViewHeading>
			<DangerLink target={target} />
			<ProblemMessage problem={problem} again={props.again} />
			<p>{t('elsewhere-kept')}</p>
			{pages.length > 0 && (
				<>
					<h2 class="wh-subheading">{t('elsewhere-heading')}</h2>
					<Pages wiki={wiki} pages={pages} />
				</>
			)}
		</div>
	);
}
