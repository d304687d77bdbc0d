/** The gadget gives way to the extension: it does not start where the extension is, and ends when that comes later. */
import { claimEvent, claimMark } from '../claim.ts';

/** This gadget's life, or null when it must not start: the extension, or this gadget already, is here. */
export function standBack(): AbortController | null {
	const html = document.documentElement;
	if (html.dataset[claimMark]) return null;
	html.dataset[claimMark] = 'gadget';
	const life = new AbortController();
	html.addEventListener(claimEvent, () => life.abort(), { once: true });
	return life;
}
