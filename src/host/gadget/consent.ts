/** Asks once, before the backend is contacted for the first time: which host, who runs it, that it sees the IP address. */
import { dockMessage } from '../../page/panel/messages.ts';
import { markLanguage } from '../../page/words.ts';
import css from './consent.css';
import { deployed } from './deployed.ts';

/** A mark without any name in it, so the page's storage will do. A changed backend is asked about anew. */
const key = 'wikihaven-consent';

function remembered(): boolean {
	try {
		return localStorage.getItem(key) === deployed.origin;
	} catch {
		return false;
	}
}

function remember(): void {
	try {
		localStorage.setItem(key, deployed.origin);
	} catch {
		// Without storage it is asked again the next time.
	}
}

/** At a quick exit: the page's own storage says nothing of us then; it is asked anew the next time. */
export function forgetConsent(): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Without storage there is nothing to forget.
	}
}

export function askConsent(signal: AbortSignal): Promise<boolean> {
	if (remembered()) return Promise.resolve(true);
	const host = document.createElement('div');
	const root = host.attachShadow({ mode: 'closed' });
	const style = document.createElement('style');
	style.textContent = css;
	const dialog = document.createElement('dialog');
	dialog.setAttribute('aria-labelledby', 'title');
	markLanguage(dialog);
	const title = document.createElement('h2');
	title.id = 'title';
	title.textContent = dockMessage('dock-consent-title');
	const body = document.createElement('p');
	body.textContent = dockMessage('dock-consent-body', new URL(deployed.origin).host, deployed.operator);
	const buttons = document.createElement('div');
	buttons.className = 'buttons';
	dialog.append(title, body, buttons);
	root.append(style, dialog);
	document.body.append(host);
	const before = document.activeElement;
	return new Promise<boolean>((give) => {
		const end = (yes: boolean): void => {
			if (yes) remember();
			host.remove();
			if (before instanceof HTMLElement) before.focus();
			give(yes);
		};
		for (const yes of [false, true]) {
			const button = document.createElement('button');
			button.type = 'button';
			button.className = yes ? 'yes' : 'no';
			button.textContent = dockMessage(yes ? 'dock-consent-yes' : 'dock-consent-no');
			// A script's click is no consent.
			button.addEventListener('click', (event) => event.isTrusted && end(yes));
			buttons.append(button);
		}
		dialog.addEventListener('cancel', () => end(false));
		signal.addEventListener('abort', () => end(false));
		dialog.showModal();
	});
}
