/**
 * Fields for files that a script makes, opens by `click()` and never puts into the document, as many gadgets do: nothing of
 * them reaches it. `HTMLInputElement` has no `click` of its own, so that one may be lent to it and taken back.
 */

/** Until `signal` ends, `take` hears what is chosen in fields outside the document. */
export function watchLooseFields(take: (event: Event) => void, signal: AbortSignal): void {
	const own = HTMLInputElement.prototype;
	if (Object.hasOwn(own, 'click')) return;
	// First of all listeners: the script's own may empty the field.
	const takeLoose = (event: Event): void => {
		// The document hears it where the field was put there meanwhile.
		if (event.target instanceof Node && event.target.getRootNode() !== document) take(event);
	};
	const click = function (this: HTMLInputElement): void {
		if (this.type === 'file') this.addEventListener('change', takeLoose, { capture: true, signal });
		HTMLElement.prototype.click.call(this);
	};
	Object.defineProperty(own, 'click', { value: click, configurable: true, writable: true });
	signal.addEventListener('abort', () => {
		// Whoever wrapped it since needs it still; it listens to nothing then.
		if (own.click === click) Reflect.deleteProperty(own, 'click');
	});
}
