/** The source of a piece of evidence: its exact lines with what stands around them, and as it was added. */
import type { Evidence } from '../../contract/evidence.ts';
import { usePanel } from '../panel.ts';
import { Accordion } from '../ui/accordion.tsx';
import { Data } from '../ui/data.tsx';

export function SourceText({ evidence }: { evidence: Evidence }) {
	const { t } = usePanel();
	const { wikitext, hash, reading } = evidence;
	if (!wikitext) return null;
	const { lines, before, after, asAdded } = reading ?? {};
	const title = lines
		? t('reading-lines', String(lines.first), String(lines.last), String(reading?.revision))
		: t('preview-wikitext');
	return (
		<>
			<Accordion title={t('preview-wikitext')} {...(lines ? { description: title } : {})}>
				<Data label={title} text={wikitext} />
				{(before || after) && <Data label={t('reading-context')} text={`${before ?? ''}\n\u2026\n${after ?? ''}`} />}
				{hash && (
					<p class="wh-small">
						{t('reading-hash')} <code>{hash}</code>
					</p>
				)}
			</Accordion>
			{asAdded && (
				<Accordion title={t('reading-as-added')}>
					<Data label={t('reading-as-added')} text={asAdded} />
				</Accordion>
			)}
		</>
	);
}
