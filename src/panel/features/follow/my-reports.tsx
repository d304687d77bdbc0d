/** The person's own reports: sent, waiting, and drafts not sent yet. */
import { useEffect, useState } from 'preact/hooks';
import type { ItemOf } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Progress } from '../../ui/progress.tsx';
import { MyReport } from './row.tsx';

interface Kept {
	readonly reports: ItemOf<'reports'>[];
	readonly drafts: ItemOf<'drafts'>[];
}

/** What waits is tried first, so that the list shows what is so now. */
function useKept(): Kept | null {
	const { services } = usePanel();
	const [kept, setKept] = useState<Kept | null>(null);
	useEffect(() => {
		let wanted = true;
		const read = async (): Promise<void> => {
			const [reports, drafts] = await Promise.all([services.vault.all('reports'), services.vault.all('drafts')]);
			const newest = <T extends { at: string }>(rows: { value: T }[]): T[] =>
				rows.map(({ value }) => value).sort((one, two) => (one.at < two.at ? 1 : -1));
			if (wanted) setKept({ reports: newest(reports), drafts: newest(drafts).filter(({ sentAs }) => !sentAs) });
		};
		const empty = (): void => {
			if (wanted) setKept({ reports: [], drafts: [] });
		};
		void services.keeper.call('flush', {}).then(() => read().catch(empty));
		return () => {
			wanted = false;
		};
	}, []);
	return kept;
}

export function MyReports() {
	const { t, words, go } = usePanel();
	const kept = useKept();
	return (
		<div class="wh-view">
			<ViewHeading>{t('mine-title')}</ViewHeading>
			<p class="wh-lead">{t('mine-lead')}</p>
			{!kept && <Progress label={t('loading')} />}
			{kept && kept.reports.length === 0 && kept.drafts.length === 0 && <p>{t('mine-none')}</p>}
			{kept && kept.drafts.length > 0 && (
				<section class="wh-section">
					<h2 class="wh-subheading">{t('drafts-heading')}</h2>
					<ul class="wh-list">
						{kept.drafts.map(({ target, at }) => (
							<li key={at} class="wh-card">
								<p>{t('draft-about', target.author ?? target.page ?? t('author-unknown'))}</p>
								<p class="wh-small">{words.time(at)}</p>
								<Button onPress={() => go({ feature: 'report', target, alone: true })}>{t('draft-continue')}</Button>
							</li>
						))}
					</ul>
				</section>
			)}
			{kept && kept.reports.length > 0 && (
				<section class="wh-section">
					<h2 class="wh-subheading">{t('reports-heading')}</h2>
					<ul class="wh-list">
						{kept.reports.map((report) => (
							<MyReport key={report.id} report={report} />
						))}
					</ul>
				</section>
			)}
		</div>
	);
}
