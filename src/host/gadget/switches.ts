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
