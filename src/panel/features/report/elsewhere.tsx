/** Reporting is not possible here now: why, that nothing is lost, and where else to turn. */
import type { ConfigView } from '../../../contract/keeper.ts';
import type { Problem } from '../../../contract/problem.ts';
import { usePanel } from '../../panel.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { WikiLink } from '../../ui/link.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';

export function Elsewhere({ problem, again, view }: { problem: Problem; again: () => void; view?: ConfigView }) {
	const { facts, t } = usePanel();
	const addressOf = (title: string): string => `${facts.wiki}/index.php?${new URLSearchParams({ title }).toString()}`;
	const pages = [
		...(view?.config.helpPage ? [{ title: view.config.helpPage, label: undefined }] : []),
		...(view?.config.policies ?? []),
	];
	return (
		<div class="wh-view">
			<ViewHeading>{t('report-title')}</ViewHeading>
			<ProblemMessage problem={problem} again={again} />
			<p>{t('elsewhere-kept')}</p>
			{pages.length > 0 && (
				<>
					<h2 class="wh-subheading">{t('elsewhere-heading')}</h2>
					<ul class="wh-list">
						{pages.map(({ title, label }) => (
							<li key={title}>
								<WikiLink url={addressOf(title)}>{label ?? title}</WikiLink>
							</li>
						))}
					</ul>
				</>
			)}
		</div>
	);
}
