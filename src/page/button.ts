/** The small button that stands beside comments and rows: plain DOM, one listener for all of them, real clicks only. */
import { markLanguage } from './words.ts';

/** Makes one button; `name` is what a screen reader says, and begins with the visible text. */
export type MakeButton = (text: string, name: string, onPress: () => void) => HTMLButtonElement;

const style = 'wikihaven-report';

/** Whether our button already stands at this place. */
export function isButton(node: Node | null): boolean {
	return node instanceof Element && node.classList.contains(style);
}

/** All buttons go when `signal` ends. */
export function createButtons(signal: AbortSignal): MakeButton {
	const presses = new WeakMap<Element, () => void>();
	// A page can invent clicks: only those of a person count. Captured, so that the row below does not act as well.
	const listen = (event: Event): void => {
		const button = event.isTrusted && event.target instanceof Element && event.target.closest(`.${style}`);
		const press = button && presses.get(button);
		if (!press) return;
		event.preventDefault();
		event.stopPropagation();
		press();
	};
	document.addEventListener('click', listen, { capture: true, signal });
	signal.addEventListener('abort', () => {
		for (const button of document.querySelectorAll(`.${style}`)) button.remove();
	});
	// Copies of one are made faster than new ones, and a page may have thousands.
	const model = document.createElement('button');
	model.type = 'button';
	model.className = style;
	markLanguage(model);
	return (text, name, onPress) => {
		const button = model.cloneNode() as HTMLButtonElement;
		button.textContent = text;
		button.setAttribute('aria-label', name);
		presses.set(button, onPress);
		return button;
	};
}
