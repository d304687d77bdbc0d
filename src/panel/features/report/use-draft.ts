/** The report being written: restored when the same thing is opened again, saved while it is written. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Target } from '../../../contract/target.ts';
import { draftKey, type Draft } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';

export const blank = (target: Target): Draft => ({
	target,
	evidence: null,
	kind: null,
	details: '',
	alsoNamed: [],
	at: new Date().toISOString(),
});

/** Nothing was chosen or typed yet. */
export const isBlank = ({ kind, details, alsoNamed, excluded = [], wishes = [], contact = '' }: Draft): boolean =>
	kind === null &&
	[details, contact].every((text) => text === '') &&
	[alsoNamed, excluded, wishes].every((list) => list.length === 0);

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
	/** Writes this after everything that is being kept, so that nothing older comes to lie over it. */
	write(last: Draft): Promise<void>;
}

export function useDraft(target: Target): DraftState {
	const { vault } = usePanel().services;
	const key = draftKey(target);
	const [draft, setDraft] = useState<Draft | null>(null);
	const [unsaved, setUnsaved] = useState(false);
	const [restored, setRestored] = useState(false);
	const latest = useRef<Draft | null>(null);
	const unkept = useRef(false);
	const keeping = useRef<Promise<void> | null>(null);

	const show = (next: Draft): void => {
		latest.current = next;
		setDraft(next);
	};
	// At once and one after the other, with no pause: a tab that is killed gives no later chance, and sealing what is kept
	// takes longer than a page that is closed has.
	const keepAll = async (): Promise<void> => {
		while (unkept.current && latest.current) {
			unkept.current = false;
			const failed = await vault.put('drafts', key, latest.current).then(
				() => false,
				() => true,
			);
			setUnsaved(failed);
		}
		keeping.current = null;
	};
	const keep = (): void => {
		unkept.current = true;
		keeping.current ??= keepAll();
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
		return () => {
			wanted = false;
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
			keep();
		},
		async write(last) {
			unkept.current = false;
			await keeping.current;
			await vault.put('drafts', key, last);
		},
	};
}
