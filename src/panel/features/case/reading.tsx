/** What a report says: the evidence first, its words folded where they may hurt, then who sent it and who else reads it. */
import type { CaseRow } from '../../../contract/case.ts';
import type { ReportBody } from '../../../contract/report.ts';
import { sectionNumber } from '../../clause.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Message } from '../../ui/message.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Attachments } from './attachments.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import { Severe } from './folded/severe.tsx';
import { useSuppressed } from './folded/use-suppressed.ts';
import type { Reporter } from './reporter/use-reporter.ts';
import { Who } from './reporter/who.tsx';
import { isSevere } from './severe.ts';
import type { CaseWords } from './words.ts';

export function Reading(props: { body: ReportBody; row: CaseRow; reporter: Reporter; say: CaseWords }) {
	const { t, words } = usePanel();
	const { body, row, reporter, say } = props;
	const isWithheld = useSuppressed(body.evidence);
	const severe = isSevere(body.kind, row.severity);
	return (
		<>
			<p class="wh-small">
				<Tag>{t(`state-${row.state}`)}</Tag> {t('clause', sectionNumber(body.clause))}
			</p>
			{body.danger && <Message type="warning">{say(`case-danger-${body.danger}`)}</Message>}
			<Severe when={severe}>
				{body.evidence.map((evidence, at) => (
					<EvidenceItem
						key={at}
						evidence={evidence}
						folded={severe}
						withheld={isWithheld ? isWithheld(evidence) : null}
						say={say}
					/>
				))}
				{body.attachments && <Attachments body={body} attachments={body.attachments} />}
				{body.details !== '' && (
					<div class="wh-accordions">
						<Accordion title={say('case-details')} open={!severe}>
							<p class="wh-words" dir="auto">
								{body.details}
							</p>
						</Accordion>
					</div>
				)}
			</Severe>
			<h2 class="wh-subheading">{say('case-reporter')}</h2>
			<Who reporter={reporter} say={say} />
			<Facts
				rows={[
					[say('case-wishes'), words.list((body.wishes ?? []).map((wish) => say(`wish-${wish}`)))],
					[say('case-contact'), body.contact],
					[t('receipt-time'), words.time(row.at)],
					[t('preview-named'), words.list(body.named)],
					[say('case-excluded'), words.list(body.excluded ?? [])],
					[say('case-readers'), words.list(body.recipients.map(({ name }) => name))],
					[t('receipt-id'), body.id],
				]}
			/>
		</>
	);
}
