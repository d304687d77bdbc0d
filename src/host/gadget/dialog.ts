/** A dialog of ours over the wiki's page, in a closed shadow root: its heading, its buttons, the focus in and back. */
import { markLanguage } from '../../page/words.ts';
import css from './dialog.css';

export interface PageDialog {
	/** Between the heading and the buttons. */
	readonly body: HTMLElement;
	readonly buttons: HTMLElement;
	/** Aborted when it is closed, whichever way. */
	readonly closed: AbortSignal;
	close(): void;
	/** After everything is in it: the focus goes to what has `autofocus`, else to the first that can have it. */
	show(): void;
}

/** Escape closes it, and so does `signal`. */
export function drawDialog(heading: string, signal: AbortSignal): PageDialog {
	const before = document.activeElement;
	const ending = new AbortController();
	const host = document.createElement('div');
	const root = host.attachShadow({ mode: 'closed' });
	const style = document.createElement('style');
	style.textContent = css;
	const dialog = document.createElement('dialog');
	dialog.setAttribute('aria-labelledby', 'title');
	markLanguage(dialog);
	const title = document.createElement('h2');
	title.id = 'title';
	title.textContent = heading;
	const body = document.createElement('div');
	const buttons = document.createElement('div');
	buttons.className = 'buttons';
	dialog.append(title, body, buttons);
	root.append(style, dialog);
	document.body.append(host);
	const close = (): void => {
		if (ending.signal.aborted) return;
		host.remove();
		if (before instanceof HTMLElement) before.focus();
		ending.abort();
	};
	dialog.addEventListener('cancel', close);
	signal.addEventListener('abort', close, { signal: ending.signal });
	return { body, buttons, closed: ending.signal, close, show: () => dialog.showModal() };
}

/** For a person's own press alone: a script's click does nothing. */
export function dialogButton(kind: 'yes' | 'no', text: string, onPress: () => void): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = kind;
	button.textContent = text;
	button.addEventListener('click', (event) => event.isTrusted && onPress());
	return button;
}

export function paragraph(text: string, className = ''): HTMLParagraphElement {
	const made = document.createElement('p');
	made.className = className;
	made.textContent = text;
	return made;
}
