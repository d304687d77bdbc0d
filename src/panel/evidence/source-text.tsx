/** The source of a piece of evidence: its exact lines with what stands around them, and as it was added. */
import type { Evidence } from '../../contract/evidence.ts';
import { usePanel } from '../panel.ts';
import { Accordion } from '../ui/accordion.tsx';
import { Data } from '../ui/data.tsx';
import { useEvidenceWords } from './words.ts';

export function SourceText({ evidence }: { evidence: Evidence }) {
	const { t } = usePanel();
	const { wikitext, hash, reading } = evidence;
	const say = useEvidenceWords();
	if (!wikitext || !say) return null;
	const { lines, before, after, asAdded } = reading ?? {};
	const title = lines
		? say('reading-lines', String(lines.first), String(lines.last), String(reading?.revision))
		: t('preview-wikitext');
	return (
		<>
			<Accordion title={t('preview-wikitext')} {...(lines ? { description: title } : {})}>
				<Data label={title} text={wikitext} />
				{(before || after) && <Data label={say('reading-context')} text={`${before ?? ''}\n\u2026\n${after ?? ''}`} />}
				{hash && (
					<p class="wh-small">
						{say('reading-hash')} <code>{hash}</code>
					</p>
				)}
			</Accordion>
			{asAdded && (
				<Accordion title={say('reading-as-added')}>
					<Data label={say('reading-as-added')} text={asAdded} />
				</Accordion>
			)}
		</>
	);
}
