/** Wikis that a person switched on beyond the manifest's: the page script is registered for exactly those. */
import { browser } from './browser.ts';

const id = 'granted';

async function register(): Promise<void> {
	const own = browser.runtime.getManifest().content_scripts?.[0];
	const granted = (await browser.permissions.getAll()).origins ?? [];
	const matches = granted.filter((origin) => !own?.matches?.includes(origin) && origin !== '<all_urls>');
	if ((await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length)
		await browser.scripting.unregisterContentScripts({ ids: [id] });
	if (!own || !matches.length) return;
	const { js = [], css = [] } = own;
	await browser.scripting.registerContentScripts([{ id, matches, js, css, runAt: 'document_idle' }]);
}

/** One after the other: two at once would register the same script twice. */
let turn: Promise<unknown> = Promise.resolve();

/** Registers its listeners at once, as the browser wants. */
export function followGrants(): void {
	const again = (): void => void (turn = turn.then(register));
	browser.permissions.onAdded.addListener(again);
	browser.permissions.onRemoved.addListener(again);
	browser.runtime.onInstalled.addListener(again);
}
