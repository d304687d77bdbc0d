/** The words of a part that loads later than the panel: a folder of its own, fetched with the code that says them. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { loadWords, type MessageFile } from './load.ts';
import type { Words } from './words.ts';

/** A hook that gives the words of `src/i18n/<folder>` in the page's language; null until they are here. */
export function partWords<Key extends string>(folder: string, english: MessageFile): () => Words<Key>['t'] | null {
	const loaded = new Map<string, Words<Key>['t']>();
	return () => {
		const { facts, services } = usePanel();
		const key = `${facts.language} ${facts.dir}`;
		const [, setHere] = useState('');
		useEffect(() => {
			let wanted = true;
			const load = async (): Promise<void> => {
				const { t } = await loadWords<Key>(facts.language, facts.dir, services.asset, `i18n/${folder}`, english);
				loaded.set(key, t);
				if (wanted) setHere(key);
			};
			if (!loaded.has(key)) void load();
			return () => {
				wanted = false;
			};
		}, [key]);
		return loaded.get(key) ?? null;
	};
}
