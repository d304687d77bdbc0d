/** Which systems a wiki switched off, as last heard: kept with the extension, so that a page view asks nobody. */
import { textsOf } from '../texts.ts';
import { browser } from './page-browser.ts';

/** The panel hears it from the configuration and tells its page; every other tab of that wiki sees the change too. */
export function lastSwitches(wiki: string): {
	read(): Promise<string[]>;
	keep(systems: readonly string[]): Promise<void>;
	onChange(listener: () => void): void;
} {
	const key = `off ${wiki}`;
	const read = async (): Promise<string[]> => textsOf((await browser.storage.local.get(key))[key]);
	return {
		read,
		async keep(systems) {
			const before = await read();
			if (before.join() !== systems.join()) await browser.storage.local.set({ [key]: systems });
		},
		onChange(listener) {
			browser.storage.local.onChanged.addListener((changes) => {
				if (key in changes) listener();
			});
		},
	};
}
