/** What a report says: who and where first, the words themselves folded where they may hurt. */
import type { CaseRow } from '../../../contract/case.ts';
import type { ReportBody } from '../../../contract/report.ts';
import { sectionNumber } from '../../clause.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import { isSevere } from './severe.ts';

function useReporterWords(): (reporter: ReportBody['reporter']) => string {
	const { t } = usePanel();
	return ({ mode, user }) => (mode === 'named' && user ? t('case-reporter-named', user) : t('case-reporter-anonymous'));
}

export function Reading({ body, row }: { body: ReportBody; row: CaseRow }) {
	const { t, words } = usePanel();
	const reporterWords = useReporterWords();
	const severe = isSevere(body.kind);
	return (
		<>
			<p>
				<Tag>{t(`state-${row.state}`)}</Tag>
			</p>
			<p class="wh-small">{t('clause', sectionNumber(body.clause))}</p>
			<Facts
				rows={[
					[t('case-about'), body.evidence[0]?.target.author ?? t('author-unknown')],
					[t('receipt-time'), words.time(row.at)],
					[t('case-reporter'), reporterWords(body.reporter)],
					[t('preview-named'), words.list(body.named)],
					[t('case-readers'), words.list(body.recipients.map(({ name }) => name))],
					[t('receipt-id'), body.id],
				]}
			/>
			{body.evidence.map((evidence) => (
				<EvidenceItem key={evidence.permalink} evidence={evidence} folded={severe} />
			))}
			{body.details !== '' && (
				<div class="wh-accordions">
					<Accordion title={t('case-details')} open={!severe}>
						<p class="wh-words" dir="auto">
							{body.details}
						</p>
					</Accordion>
				</div>
			)}
		</>
	);
}
