/** The handler's own choices for this wiki's desk, read from the vault and written back at every change. */
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { DeskChoicesSchema, type DeskChoices } from '../../../../contract/desk-choices.ts';
import { usePanel } from '../../../panel.ts';

const none: DeskChoices = { views: [], keys: {} };

export interface Choices {
	readonly choices: DeskChoices;
	/** They were read: before that a key might do what it does no more. */
	readonly ready: boolean;
	/** They hold for this visit, and are not written down. */
	readonly unkept: boolean;
	change(next: Partial<DeskChoices>): void;
}

export function useChoices(): Choices {
	const { services, facts } = usePanel();
	const [choices, setChoices] = useState(none);
	const [ready, setReady] = useState(false);
	const [unkept, setUnkept] = useState(false);
	useEffect(() => {
		let wanted = true;
		const read = async (): Promise<void> => {
			const kept = v.safeParse(DeskChoicesSchema, await services.vault.get('views', facts.wiki).catch(() => undefined));
			if (!wanted) return;
			if (kept.success) setChoices(kept.output);
			setReady(true);
		};
		void read();
		return () => {
			wanted = false;
		};
	}, [facts.wiki]);
	const change = (next: Partial<DeskChoices>): void => {
		const changed = { ...choices, ...next };
		setChoices(changed);
		services.vault.put('views', facts.wiki, changed).then(
			() => setUnkept(false),
			() => setUnkept(true),
		);
	};
	return { choices, ready, unkept, change };
}
