/** A page's HTML as a tree that is never part of a document on the screen: nothing in it runs, loads or is drawn. */
import { breathe } from './breath.ts';

/** Characters that are parsed at one go: some ten milliseconds. */
const portion = 400_000;

/** Cuts before top headings, where no list or paragraph is open, into portions that are not much too big. */
function portions(html: string): string[] {
	if (html.length <= portion) return [html];
	const cuts: string[] = [];
	let held = '';
	for (const part of html.split(/(?=<div class="mw-heading mw-heading[12]|<h2[ >])/)) {
		if (held && held.length + part.length > portion) {
			cuts.push(held);
			held = '';
		}
		held += part;
	}
	return [...cuts, held];
}

/** Big pages are parsed section by section; a box around several sections is closed early then. */
export async function inertPage(html: string, signal: AbortSignal): Promise<Element> {
	const parser = new DOMParser();
	const [first = '', ...rest] = portions(html);
	const { body } = parser.parseFromString(first, 'text/html');
	for (const part of rest) {
		await breathe();
		signal.throwIfAborted();
		const more = parser.parseFromString(part, 'text/html').body;
		while (more.firstChild) body.append(more.firstChild);
	}
	return body;
}
