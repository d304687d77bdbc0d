/** One piece of evidence: the quote, where it stands, and what the wiki said of it when it was reported. */
import type { Evidence } from '../../../contract/report.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Data } from '../../ui/data.tsx';
import { Facts } from '../../ui/facts.tsx';
import { WikiLink } from '../../ui/link.tsx';
import { Tag } from '../../ui/tag.tsx';

export function EvidenceItem({ evidence, folded }: { evidence: Evidence; folded: boolean }) {
	const { t, words } = usePanel();
	const { target, addedBy } = evidence;
	return (
		<section class="wh-section">
			<h2 class="wh-subheading">{t('preview-evidence')}</h2>
			<p>
				<Tag kind={evidence.state === 'confirmed' ? 'success' : 'warning'}>{t(`evidence-${evidence.state}`)}</Tag>
			</p>
			<Facts
				rows={[
					[t('preview-page'), target.page],
					[t('preview-author'), target.author ?? t('author-unknown')],
					[t('preview-time'), target.at && words.time(target.at)],
					[t('case-added-by'), addedBy && `${addedBy.user ?? t('author-unknown')}, ${words.time(addedBy.at)}`],
				]}
			/>
			<ul class="wh-list">
				<li>
					<WikiLink url={evidence.permalink}>{t('preview-permalink')}</WikiLink>
				</li>
				{evidence.diff && (
					<li>
						<WikiLink url={evidence.diff}>{t('preview-diff')}</WikiLink>
					</li>
				)}
			</ul>
			<div class="wh-accordions">
				{target.quote && (
					<Accordion title={folded ? t('case-quote-folded') : t('preview-quote')} open={!folded}>
						<blockquote class="wh-quote" dir="auto">
							{target.quote}
						</blockquote>
					</Accordion>
				)}
				{evidence.wikitext && (
					<Accordion title={t('preview-wikitext')}>
						<Data label={t('preview-wikitext')} text={evidence.wikitext} />
					</Accordion>
				)}
			</div>
		</section>
	);
}
