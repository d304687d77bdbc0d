/** A form with a file waits where the wiki asks its uploader to read something first. */

/** Until `signal` ends no such form is sent; `told` is called instead. */
export function holdForms(told: () => void, signal: AbortSignal): void {
	const listen = (event: SubmitEvent): void => {
		if (!(event.target instanceof Element) || !event.target.querySelector('input[type=file]')) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		told();
	};
	window.addEventListener('submit', listen, { capture: true, signal });
}
