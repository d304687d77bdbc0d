/** What the palette offers, and which of it fits what was typed. */
import { plain } from '../queue/search-words.ts';

export interface PaletteItem {
	readonly id: string;
	readonly label: string;
	/** Its key, or a word on what it is. */
	readonly note: string;
	readonly run: () => void;
}

const shownAtOnce = 12;

/** Every typed word is in it; what begins with it comes first. */
export function foundItems(items: readonly PaletteItem[], typed: string): PaletteItem[] {
	const wanted = plain(typed).split(/\s+/).filter(Boolean);
	const found = items.filter(({ label }) => wanted.every((one) => plain(label).includes(one)));
	const begins = ({ label }: PaletteItem): number => (wanted[0] && plain(label).startsWith(wanted[0]) ? 0 : 1);
	return found.sort((one, other) => begins(one) - begins(other)).slice(0, shownAtOnce);
}
