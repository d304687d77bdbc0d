/** A link in the wiki's tools menu that looks like its neighbours, whatever the skin. */
import { toolLists } from './selectors.ts';
import { markLanguage } from './words.ts';

/** Adds it to the first list that this skin has; without any, the page works with less. Real clicks only. */
export function addToolsLink(
	id: string,
	text: string,
	tooltip: string,
	onPress: () => void,
	signal: AbortSignal,
): void {
	if (document.getElementById(id)) return;
	const box = toolLists.map((name) => document.getElementById(name)).find((found) => found !== null);
	const list = box?.matches('ul') ? box : box?.querySelector('ul');
	if (!list) return;
	const neighbour = list.lastElementChild;
	const item = document.createElement('li');
	item.className = neighbour?.className ?? '';
	item.id = id;
	const link = document.createElement('a');
	const its = neighbour?.querySelector('a');
	link.className = its?.className ?? '';
	link.href = '#';
	if (tooltip) link.title = tooltip;
	// Skins that wrap the label (Minerva, Vector 2022) style the wrapper, not the link.
	const label = its?.querySelector('span:not([class*="icon"])');
	const word = document.createElement('span');
	word.className = label?.className ?? '';
	word.textContent = text;
	markLanguage(word);
	// An empty icon keeps the word in line with its neighbours'.
	const icon = its?.querySelector('span[class*="icon"]');
	if (icon) {
		const space = document.createElement('span');
		space.className = icon.classList[0] ?? '';
		link.append(space);
	}
	link.append(word);
	item.append(link);
	list.append(item);
	link.addEventListener(
		'click',
		(event) => {
			event.preventDefault();
			if (event.isTrusted) onPress();
		},
		{ signal },
	);
	signal.addEventListener('abort', () => item.remove());
}
