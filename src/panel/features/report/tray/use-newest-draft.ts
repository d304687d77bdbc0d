/** A report written in two tabs: whoever comes back to one finds what was typed in the other. */
import { useEffect, useRef } from 'preact/hooks';
import { draftKey } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import type { DraftState } from '../use-draft.ts';

export function useNewestDraft(state: DraftState): void {
	const { vault } = usePanel().services;
	const latest = useRef(state);
	latest.current = state;
	useEffect(() => {
		const look = async (): Promise<void> => {
			const { draft, learn } = latest.current;
			const kept = draft && (await vault.get('drafts', draftKey(draft.target)));
			const now = latest.current.draft;
			if (kept && now && kept.at > now.at) learn(kept);
		};
		const again = (): void => {
			if (document.visibilityState === 'visible') void look().catch(() => undefined);
		};
		document.addEventListener('visibilitychange', again);
		window.addEventListener('focus', again);
		return () => {
			document.removeEventListener('visibilitychange', again);
			window.removeEventListener('focus', again);
		};
	}, []);
}
