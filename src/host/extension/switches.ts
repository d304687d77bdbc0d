/** Which systems a wiki switched off, as last heard: kept with the extension, so that a page view asks nobody. */
import { textsOf } from '../texts.ts';
import { browser } from './page-browser.ts';

/** The panel hears it from the configuration and tells its page; every other tab of that wiki sees the change too. */
export function lastSwitches(wiki: string): {
	read(): Promise<string[]>;
	keep(systems: readonly string[]): Promise<void>;
	/** Asks again where something was off when last heard: nothing is drawn then that could open the panel and hear of it. */
	refresh(): Promise<void>;
	onChange(listener: () => void): void;
} {
	const key = `off ${wiki}`;
	const read = async (): Promise<string[]> => textsOf((await browser.storage.local.get(key))[key]);
	const keep = async (systems: readonly string[]): Promise<void> => {
		const before = await read();
		if (before.join() !== systems.join()) await browser.storage.local.set({ [key]: systems });
	};
	return {
		read,
		keep,
		async refresh() {
			if ((await read()).length === 0) return;
			const now: unknown = await browser.runtime.sendMessage({ kind: 'switches', wiki });
			if (Array.isArray(now)) await keep(textsOf(now));
		},
		onChange(listener) {
			browser.storage.local.onChanged.addListener((changes) => {
				if (key in changes) listener();
			});
		},
	};
}
