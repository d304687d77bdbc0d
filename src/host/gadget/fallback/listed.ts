/** The ways as a list: a link each, that it is not sealed, and for a mail a button that copies the address. */
import { dialogButton, paragraph } from '../dialog.ts';
import type { Way } from './ways.ts';
import { gadgetMessage } from './words.ts';

const texts = {
	incident: () => gadgetMessage('gadget-incident'),
	'wiki-mail': (name: string) => gadgetMessage('gadget-wiki-mail', name),
	mail: (name: string) => gadgetMessage('gadget-mail', name),
	page: (name: string) => name,
} satisfies Record<Way['kind'], (name: string) => string>;

/** Nothing of this page goes along: the other place opens beside it and learns not from where. */
function linkTo({ kind, href, name }: Way): HTMLAnchorElement {
	const link = document.createElement('a');
	link.href = href;
	link.target = '_blank';
	link.rel = 'noopener noreferrer';
	link.textContent = texts[kind](`\u2068${name}\u2069`);
	return link;
}

function copyButton(address: string, say: (text: string) => void): HTMLButtonElement {
	const copy = async (): Promise<void> => {
		try {
			await navigator.clipboard.writeText(address);
			say(gadgetMessage('gadget-copied'));
		} catch {
			say(gadgetMessage('gadget-not-copied', address));
		}
	};
	return dialogButton('no', gadgetMessage('gadget-copy'), () => void copy());
}

/** `say` tells what came of a press, aloud too. */
export function listOf(ways: readonly Way[], say: (text: string) => void): HTMLUListElement {
	const list = document.createElement('ul');
	for (const way of ways) {
		const item = document.createElement('li');
		item.append(linkTo(way));
		if (way.kind === 'mail') item.append(copyButton(way.name, say));
		item.append(paragraph(gadgetMessage(way.kind === 'page' ? 'gadget-public' : 'gadget-unsealed')));
		list.append(item);
	}
	return list;
}
