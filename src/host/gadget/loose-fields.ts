/**
 * Fields for files that a script makes, opens by `click()` and never puts into the document, as many gadgets do: nothing of
 * them reaches it. `HTMLInputElement` has no `click` of its own, so that one may be lent to it and taken back.
 */

type Take = (event: Event) => void;

/** Lends `click` at the first use, until `life` ends. The page may be drawn anew meanwhile: a field opened before is still heard. */
export function looseFields(life: AbortSignal): (take: Take, signal: AbortSignal) => void {
	const own = HTMLInputElement.prototype;
	let heard: Take | null = null;
	// First of all listeners: the script's own may empty the field.
	const takeLoose = (event: Event): void => {
		// The document hears it where the field was put there meanwhile.
		if (event.target instanceof Node && event.target.getRootNode() !== document) heard?.(event);
	};
	const click = function (this: HTMLInputElement): void {
		if (this.type === 'file') this.addEventListener('change', takeLoose, { capture: true, signal: life });
		HTMLElement.prototype.click.call(this);
	};
	life.addEventListener('abort', () => {
		// Whoever wrapped it since needs it still; it listens to nothing then.
		if (own.click === click) Reflect.deleteProperty(own, 'click');
	});
	return (take, signal) => {
		if (!Object.hasOwn(own, 'click')) {
			Object.defineProperty(own, 'click', { value: click, configurable: true, writable: true });
		}
		heard = take;
		signal.addEventListener('abort', () => (heard = heard === take ? null : heard));
	};
}
