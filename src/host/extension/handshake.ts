/** Tells the gadget, where the wiki has it too, that the extension runs here: one of the two is enough. */
import { claimEvent, claimMark } from '../claim.ts';

/** At once, before anything is drawn: a gadget that came first takes its things away within this call. */
export function claimPage(): void {
	document.documentElement.dataset[claimMark] = 'extension';
	document.documentElement.dispatchEvent(new Event(claimEvent));
}
