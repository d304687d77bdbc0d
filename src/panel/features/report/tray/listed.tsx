/** The further evidence and the attachments of a report in its preview: each as it will be sent. */
import type { Evidence } from '../../../../contract/evidence.ts';
import { ShownAttachment } from '../../../attachments/shown.tsx';
import { useTrayWords } from '../../../attachments/words.ts';
import { usePanel } from '../../../panel.ts';
import { Facts } from '../../../ui/facts.tsx';
import type { Extra } from './extra.ts';

function Piece({ evidence }: { evidence: Evidence }) {
	const { t, words } = usePanel();
	const { target } = evidence;
	return (
		<li class="wh-card">
			<Facts
				rows={[
					[t('preview-quote'), target.quote],
					[t('preview-author'), target.author ?? t('author-unknown')],
					[t('preview-time'), target.at && words.time(target.at)],
					[t('preview-page'), target.page],
					[t('preview-permalink'), evidence.permalink],
					[t('preview-diff'), evidence.diff],
					[t('preview-wikitext'), evidence.wikitext],
					[t('preview-evidence'), t(`evidence-${evidence.state}`)],
				]}
			/>
		</li>
	);
}

export function Listed({ extra }: { extra: Extra }) {
	const say = useTrayWords();
	if (!say) return null;
	return (
		<div class="wh-tray">
			{extra.evidence.length > 0 && <h2 class="wh-subheading">{say('tray-pieces')}</h2>}
			<ul class="wh-list">
				{extra.evidence.map((evidence, at) => (
					<Piece key={at} evidence={evidence} />
				))}
			</ul>
			{extra.attachments.length > 0 && <h2 class="wh-subheading">{say('tray-outside')}</h2>}
			<ul class="wh-list">
				{extra.attachments.map((attachment) => (
					<li key={attachment.sha256} class="wh-card">
						<ShownAttachment attachment={attachment} say={say} />
					</li>
				))}
			</ul>
		</div>
	);
}
