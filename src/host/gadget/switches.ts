/** Which systems the wiki switched off, as last heard; no secret, so it may lie in the page's storage. */
import * as v from 'valibot';

const key = 'wikihaven-off';
const Off = v.fallback(v.array(v.string()), []);

export function readSwitches(): Promise<string[]> {
	try {
		return Promise.resolve(v.parse(Off, JSON.parse(localStorage.getItem(key) ?? '[]')));
	} catch {
		return Promise.resolve([]);
	}
}

/** Whether that is news. */
export function keepSwitches(systems: readonly string[]): boolean {
	try {
		const text = JSON.stringify(systems);
		if (text === (localStorage.getItem(key) ?? '[]')) return false;
		localStorage.setItem(key, text);
		return true;
	} catch {
		return false;
	}
}
