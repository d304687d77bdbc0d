/** What came with a report from outside the wiki: folded away, and not at all where it concerns the safety of a child. */
import type { Attachment } from '../../../contract/attachment.ts';
import type { ReportBody } from '../../../contract/report.ts';
import { kindOf } from '../../../domain/report/kinds.ts';
import { ShownAttachment } from '../../attachments/shown.tsx';
import '../../attachments/style.ts';
import { useTrayWords } from '../../attachments/words.ts';

export function Attachments({ body, attachments }: { body: ReportBody; attachments: readonly Attachment[] }) {
	const say = useTrayWords();
	if (!say) return null;
	// Our own client sends none with it; another one might.
	if (kindOf(body.kind)?.route === 'child-safety') return <p>{say('tray-not-shown')}</p>;
	return (
		<section class="wh-section">
			<h2 class="wh-subheading">{say('tray-outside')}</h2>
			<p class="wh-small">{say('tray-unconfirmed')}</p>
			<ul class="wh-list">
				{attachments.map((attachment) => (
					<li key={attachment.sha256} class="wh-card">
						<ShownAttachment attachment={attachment} say={say} />
					</li>
				))}
			</ul>
		</section>
	);
}
