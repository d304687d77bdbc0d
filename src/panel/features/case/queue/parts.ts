/** Going to a part of the open case by a key: to the first thing in it that can be used. */

/** By its heading, which its section is labelled by. */
const headings = { note: 'wh-notes', act: 'wh-act', decide: 'wh-decide' } as const;
export type PartId = keyof typeof headings;

const usable = 'textarea, input, select, button, summary, a[href]';

/** Opens what it is folded in, then gives it the focus. Waits for a part that is still loading; `signal` ends that. */
export function goToPart(part: PartId, signal: AbortSignal): void {
	const go = (): boolean => {
		const found = document.querySelector<HTMLElement>(`[aria-labelledby="${headings[part]}"]`);
		if (!found) return false;
		for (let up = found.closest('details'); up; up = up.parentElement?.closest('details') ?? null) up.open = true;
		for (const folded of found.querySelectorAll('details')) folded.open = true;
		const target = found.querySelector<HTMLElement>('textarea') ?? found.querySelector<HTMLElement>(usable);
		target?.scrollIntoView({ block: 'center' });
		target?.focus();
		return true;
	};
	if (go()) return;
	const observer = new MutationObserver(() => {
		if (go()) observer.disconnect();
	});
	observer.observe(document.body, { childList: true, subtree: true });
	signal.addEventListener('abort', () => observer.disconnect());
}
