/** The report being written: restored when the same thing is opened again, saved while it is written. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Target } from '../../../contract/report.ts';
import { draftKey, type Draft } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';

const saveAfterMs = 250;

const blank = (target: Target): Draft => ({
	target,
	evidence: null,
	kind: null,
	details: '',
	alsoNamed: [],
	at: new Date().toISOString(),
});

export interface DraftState {
	/** null while it is being looked for. */
	readonly draft: Draft | null;
	/** The vault refused to keep it: said, because closing the panel would lose it. */
	readonly unsaved: boolean;
	/** Something was there from an earlier time. */
	readonly restored: boolean;
	change(part: Partial<Draft>): void;
	/** Takes a part in without keeping it yet: nothing was typed. */
	learn(part: Partial<Draft>): void;
	/** It was sent as this report: the words go, the fact stays, so that a second report of the same thing says so. */
	settle(id: string): Promise<void>;
}

export function useDraft(target: Target): DraftState {
	const { vault } = usePanel().services;
	const key = draftKey(target);
	const [draft, setDraft] = useState<Draft | null>(null);
	const [unsaved, setUnsaved] = useState(false);
	const [restored, setRestored] = useState(false);
	const latest = useRef<Draft | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

	const show = (next: Draft): void => {
		latest.current = next;
		setDraft(next);
	};
	const save = (): void => {
		clearTimeout(timer.current);
		if (timer.current === undefined || !latest.current) return;
		timer.current = undefined;
		vault.put('drafts', key, latest.current).then(
			() => setUnsaved(false),
			() => setUnsaved(true),
		);
	};
	useEffect(() => {
		let wanted = true;
		const restore = async (): Promise<void> => {
			const found = await vault.get('drafts', key).catch(() => undefined);
			if (!wanted) return;
			setRestored(found !== undefined);
			show(found ?? blank(target));
		};
		void restore();
		// A tab that is closed or put away gives no later chance.
		document.addEventListener('visibilitychange', save);
		window.addEventListener('pagehide', save);
		return () => {
			wanted = false;
			save();
			document.removeEventListener('visibilitychange', save);
			window.removeEventListener('pagehide', save);
		};
	}, [key]);

	const learn = (part: Partial<Draft>): void => {
		if (latest.current) show({ ...latest.current, ...part });
	};
	return {
		draft,
		unsaved,
		restored,
		learn,
		change(part) {
			learn({ ...part, at: new Date().toISOString() });
			clearTimeout(timer.current);
			timer.current = setTimeout(save, saveAfterMs);
		},
		async settle(id) {
			clearTimeout(timer.current);
			timer.current = undefined;
			await vault.put('drafts', key, { ...blank(target), sentAs: id }).catch(() => undefined);
		},
	};
}
