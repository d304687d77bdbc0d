/** Which evidence the wiki has suppressed since it was kept, asked each time a case is opened. */
import type { Evidence } from '../../../../contract/evidence.ts';
import { retentionVerbs } from '../../../../contract/retention.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';

const revisionOf = ({ addedBy, target }: Evidence): number | undefined =>
	addedBy?.revision ?? target.revision ?? target.shownRevision;

/** null until the wiki has answered: no word is shown before. A wiki that cannot be asked withholds nothing. */
export function useSuppressed(evidence: readonly Evidence[]): ((one: Evidence) => boolean) | null {
	const { services, facts } = usePanel();
	const revisions = [...new Set(evidence.flatMap((one) => revisionOf(one) ?? []))];
	const asked = useAsk(revisions.length > 0 ? `${facts.wiki} ${revisions.join()}` : null, () =>
		services.keeperFor(retentionVerbs).call('suppressed', { wiki: facts.wiki, revisions }),
	);
	if (revisions.length > 0 && (asked.state === 'asking' || asked.state === 'idle')) return null;
	const gone = new Set(asked.state === 'done' ? asked.value.revisions : []);
	return (one) => gone.has(revisionOf(one) ?? 0);
}
