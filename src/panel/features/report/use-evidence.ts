/** What the wiki itself says of the clicked thing: asked once, then kept with the draft. */
import { useEffect } from 'preact/hooks';
import { done, failed, type Problem } from '../../../contract/problem.ts';
import type { Evidence } from '../../../contract/evidence.ts';
import { draftKey } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { gatherEvidence } from '../../evidence/gather.ts';
import { usePanel } from '../../panel.ts';
import type { DraftState } from './use-draft.ts';

export interface EvidenceState {
	/** null while the wiki is being asked. */
	readonly evidence: Evidence | null;
	/** Why it is not confirmed; sending is possible all the same. */
	readonly problem: Problem | null;
	again(): void;
}

export function useEvidence({ draft, learn }: DraftState): EvidenceState {
	const { services } = usePanel();
	const missing = draft !== null && draft.evidence === null;
	const asked = useAsk(missing ? draftKey(draft.target) : null, async () =>
		draft ? done(await gatherEvidence(services, draft.target)) : failed('cancelled'),
	);
	const found = asked.state === 'done' ? asked.value : null;
	useEffect(() => {
		if (found?.problem === null) learn({ evidence: found.evidence });
	}, [found]);
	if (!draft) return { evidence: null, problem: null, again: asked.again };
	if (draft.evidence) return { evidence: draft.evidence, problem: null, again: asked.again };
	return { evidence: found?.evidence ?? null, problem: found?.problem ?? null, again: asked.again };
}
