/** What a key press is called, so that it can be shown, kept and compared. */

interface Pressed {
	readonly key: string;
	readonly code: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly isComposing: boolean;
}

const ascii = /^[!-~]$/;

/** Where the layout writes no Latin letters, the letter that stands on the key elsewhere. */
const latinOf = ({ key, code }: Pressed): string =>
	ascii.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key);

/** `j`, `?`, `F2`, `Ctrl+K`; null for what cannot be a shortcut: text on its way, and keys that hold others down. */
export function strokeOf(event: Pressed): string | null {
	if (
		event.isComposing ||
		event.altKey ||
		/^(Control|Meta|Shift|Alt|AltGraph|Dead|Process|Tab|Escape)$/.test(event.key)
	) {
		return null;
	}
	const key = latinOf(event);
	// Macintosh has its Command key where others have Ctrl.
	if (event.ctrlKey || event.metaKey) return key.length === 1 ? `Ctrl+${key.toUpperCase()}` : null;
	return key === ' ' ? null : key;
}

/** With Ctrl it writes no text, so it works in text fields as well. */
export const writesText = (stroke: string): boolean => !stroke.startsWith('Ctrl+');

/** Keys that lists, buttons and text need for themselves. */
const taken = /^(Enter|Backspace|Delete|Home|End|Page|Arrow|Ctrl\+[ACVXZ]$)/;
export const isFree = (stroke: string): boolean => !taken.test(stroke);
