/** Which systems the wiki switched off, as last heard; no secret, so it may lie in the page's storage. */
import { textsOf } from '../texts.ts';

const key = 'wikihaven-off';

/** As far as it is read; whatever else comes gives nothing. */
interface Found {
	query: { pages?: { revisions?: { slots?: { main?: { content?: string } } }[] }[] };
}

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
		// By the API: what index.php gives as raw text may be minutes old.
		const page = 'action=query&titles=MediaWiki:Wikihaven.json&prop=revisions&rvprop=content&rvslots=main';
		const answer = await fetch(`${mw.config.get('wgScriptPath')}/api.php?${page}&format=json&formatversion=2`, {
			signal,
		});
		const found = (await answer.json()) as Partial<Found>;
		const text = found.query?.pages?.[0]?.revisions?.[0]?.slots?.main?.content;
		const config = JSON.parse(text ?? 'null') as { off?: unknown } | null;
		return config && textsOf(config.off);
	} catch {
		return null;
	}
}

/** At a quick exit, so that the page's storage says nothing of us. */
export function forgetSwitches(): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Without storage there is nothing to forget.
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
