/** Quick exit: away from this page at once, with no step back to it and nothing of ours left in it. */

/** A second Escape within this time leaves. */
const secondMs = 2000;

/** The wiki's logo leads to its main page in every skin; where there is none, a script path without a title does. */
function mainPage(wiki: string | undefined): string {
	const logo = document.querySelector<HTMLAnchorElement>(
		'a.mw-logo[href], #p-logo a[href], .branding-box a[href], a.mw-wiki-logo[href]',
	);
	// A page can put any link there: only the wiki itself is gone to.
	return logo?.origin === location.origin ? logo.href : `${wiki ?? location.origin}/index.php`;
}

/** Replaces this page in the history, so that "back" does not show it. */
export function leavePage(wiki: string | undefined, end: () => void): void {
	const next = mainPage(wiki);
	end();
	location.replace(next);
}

/** `arm` makes the next Escape, wherever it is pressed in the page, call `leave`: for two seconds, once. */
export function secondEscape(leave: () => void, signal: AbortSignal): { arm(): void } {
	return {
		arm() {
			const listening = AbortSignal.any([signal, AbortSignal.timeout(secondMs)]);
			// The very event that armed it is still on its way through the page.
			setTimeout(() => {
				const listen = (event: KeyboardEvent): void => {
					if (event.key === 'Escape' && event.isTrusted && !event.repeat) leave();
				};
				window.addEventListener('keydown', listen, { capture: true, signal: listening });
			});
		},
	};
}
