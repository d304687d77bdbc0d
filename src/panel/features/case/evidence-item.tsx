/** One piece of evidence: the quote, where it stands, and what the wiki said of it when it was reported. */
import type { Evidence } from '../../../contract/evidence.ts';
import { ReadingNotes } from '../../evidence/reading-notes.tsx';
import { SourceText } from '../../evidence/source-text.tsx';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { WikiLink } from '../../ui/link.tsx';
import { Quote } from '../../ui/quote.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Withheld } from './folded/withheld.tsx';
import type { CaseWords } from './words.ts';

/** `withheld`: suppressed on the wiki by now, so that its words are not for the asker; null while that is being asked. */
export function EvidenceItem(props: { evidence: Evidence; folded: boolean; withheld: boolean | null; say: CaseWords }) {
	const { evidence, folded, withheld, say } = props;
	const isGone = evidence.withheld ?? withheld;
	const hasWords = isGone === false;
	const { t, words } = usePanel();
	const { target, addedBy } = evidence;
	return (
		<section class="wh-section">
			<h2 class="wh-subheading">{t('preview-evidence')}</h2>
			{isGone && <Withheld evidence={evidence} />}
			{target.quote && !folded && hasWords && <Quote text={target.quote} />}
			<p class="wh-line">
				<bdi class="wh-name">{target.author ?? t('author-unknown')}</bdi>
				{target.at && <time dateTime={target.at}>{words.time(target.at)}</time>}
				<bdi>{target.page}</bdi>
			</p>
			<p class="wh-line">
				<WikiLink url={evidence.permalink}>{t('preview-permalink')}</WikiLink>
				{evidence.diff && <WikiLink url={evidence.diff}>{t('preview-diff')}</WikiLink>}
			</p>
			<p>
				<Tag kind={evidence.state === 'confirmed' ? 'success' : 'warning'}>{t(`evidence-${evidence.state}`)}</Tag>
			</p>
			{addedBy && (
				<p class="wh-small">{say('case-added-by', addedBy.user ?? t('author-unknown'), words.time(addedBy.at))}</p>
			)}
			<ReadingNotes evidence={evidence} />
			<div class="wh-accordions">
				{target.quote && folded && hasWords && (
					<Accordion title={say('case-quote-folded')}>
						<Quote text={target.quote} />
					</Accordion>
				)}
				{hasWords && <SourceText evidence={evidence} />}
			</div>
		</section>
	);
}
