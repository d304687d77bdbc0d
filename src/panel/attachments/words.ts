/** The words of the evidence tray and of attachments: a file of their own, loaded with the code that says them. */
import { useEffect, useState } from 'preact/hooks';
import en from '../../i18n/tray/en.json' with { type: 'json' };
import { usePanel } from '../panel.ts';
import { loadWords } from '../words/load.ts';
import type { Words } from '../words/words.ts';

export type TrayKey = Exclude<keyof typeof en, '@metadata'>;
export type TrayWords = Words<TrayKey>['t'];

const loaded = new Map<string, TrayWords>();

/** null until they are here. */
export function useTrayWords(): TrayWords | null {
	const { facts, services } = usePanel();
	const key = `${facts.language} ${facts.dir}`;
	const [, setHere] = useState('');
	useEffect(() => {
		let wanted = true;
		const load = async (): Promise<void> => {
			const { t } = await loadWords<TrayKey>(facts.language, facts.dir, services.asset, 'i18n/tray', en);
			loaded.set(key, t);
			if (wanted) setHere(key);
		};
		void load();
		return () => {
			wanted = false;
		};
	}, [key]);
	return loaded.get(key) ?? null;
}
