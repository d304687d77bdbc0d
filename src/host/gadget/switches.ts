/** Which systems the wiki switched off, as last heard; no secret, so it may lie in the page's storage. */
import { textsOf } from '../texts.ts';

const key = 'wikihaven-off';

function read(): string[] {
	try {
		return textsOf(JSON.parse(localStorage.getItem(key) ?? '[]'));
	} catch {
		return [];
	}
}

export const readSwitches = (): Promise<string[]> => Promise.resolve(read());

/** The configuration page as any reader sees it. Asked only where something was off when last heard: nothing is drawn then. */
export async function freshSwitches(signal: AbortSignal): Promise<string[] | null> {
	if (read().length === 0) return null;
	try {
		const address = `${mw.config.get('wgScript')}?title=MediaWiki:Wikihaven.json&action=raw`;
		const answer = await fetch(address, { signal });
		const config: unknown = answer.ok ? await answer.json() : null;
		return typeof config === 'object' && config ? textsOf((config as { off?: unknown }).off) : null;
	} catch {
		return null;
	}
}

/** Whether that is news. */
export function keepSwitches(systems: readonly string[]): boolean {
	if (systems.join() === read().join()) return false;
	try {
		localStorage.setItem(key, JSON.stringify(systems));
	} catch {
		// Without storage it is heard again when the panel opens the next time.
	}
	return true;
}
