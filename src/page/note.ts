/** One short sentence at the edge of the page, for what cannot be said in the panel because there is none. */
import { markLanguage } from './words.ts';

const seconds = 12;

export function showNote(text: string, signal: AbortSignal): void {
	const note = document.createElement('div');
	note.className = 'wikihaven-note';
	note.setAttribute('role', 'status');
	markLanguage(note);
	document.body.append(note);
	// After it stands there, so that screen readers say it.
	setTimeout(() => (note.textContent = text));
	const end = (): void => note.remove();
	setTimeout(end, seconds * 1000);
	signal.addEventListener('abort', end);
}
