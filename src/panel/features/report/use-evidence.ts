/** What the wiki itself says of the clicked thing: asked once, then kept with the draft. */
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../../contract/problem.ts';
import type { Evidence } from '../../../contract/report.ts';
import { draftKey } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { unconfirmed } from './unconfirmed.ts';
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
	const asked = useAsk(missing ? draftKey(draft.target) : null, () =>
		draft
			? services.keeper.call('confirm', { target: draft.target })
			: Promise.resolve({ ok: false, problem: 'cancelled', params: [] }),
	);
	useEffect(() => {
		if (asked.state === 'done') learn({ evidence: asked.value });
	}, [asked.state]);
	if (!draft) return { evidence: null, problem: null, again: asked.again };
	if (draft.evidence) return { evidence: draft.evidence, problem: null, again: asked.again };
	if (asked.state === 'failed') {
		return { evidence: unconfirmed(draft.target), problem: asked.problem, again: asked.again };
	}
	return { evidence: null, problem: null, again: asked.again };
}
