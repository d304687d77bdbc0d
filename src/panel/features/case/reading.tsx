/** What a report says: the evidence first, its words folded where they may hurt, then who sent it and who else reads it. */
import type { CaseRow } from '../../../contract/case.ts';
import type { ReportBody } from '../../../contract/report.ts';
import { sectionNumber } from '../../clause.ts';
import { usePanel, type Panel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Attachments } from './attachments.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import { isSevere } from './severe.ts';

/** A told name is what the report says, and no more than that. */
const reporterWords = ({ t }: Panel, { mode, user }: ReportBody['reporter']): string =>
	mode === 'named' && user ? t('case-reporter-named', user) : t('case-reporter-anonymous');

export function Reading({ body, row }: { body: ReportBody; row: CaseRow }) {
	const panel = usePanel();
	const { t, words } = panel;
	const severe = isSevere(body.kind);
	return (
		<>
			<p class="wh-small">
				<Tag>{t(`state-${row.state}`)}</Tag> {t('clause', sectionNumber(body.clause))}
			</p>
			{body.evidence.map((evidence, at) => (
				<EvidenceItem key={at} evidence={evidence} folded={severe} />
			))}
			{body.attachments && <Attachments body={body} attachments={body.attachments} />}
			{body.details !== '' && (
				<div class="wh-accordions">
					<Accordion title={t('case-details')} open={!severe}>
						<p class="wh-words" dir="auto">
							{body.details}
						</p>
					</Accordion>
				</div>
			)}
			<Facts
				rows={[
					[t('receipt-time'), words.time(row.at)],
					[t('case-reporter'), reporterWords(panel, body.reporter)],
					[t('preview-named'), words.list(body.named)],
					[t('case-readers'), words.list(body.recipients.map(({ name }) => name))],
					[t('receipt-id'), body.id],
				]}
			/>
		</>
	);
}
