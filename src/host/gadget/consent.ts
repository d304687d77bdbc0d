/** Asks once, before the backend is contacted for the first time: which host, who runs it, that it sees the IP address. */
import { dockMessage } from '../../page/panel/messages.ts';
import { deployed } from './deployed.ts';
import { dialogButton, drawDialog, paragraph } from './dialog.ts';

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
	const { body, buttons, closed, close, show } = drawDialog(dockMessage('dock-consent-title'), signal);
	body.append(paragraph(dockMessage('dock-consent-body', new URL(deployed.origin).host, deployed.operator)));
	return new Promise<boolean>((give) => {
		closed.addEventListener('abort', () => give(false));
		const agree = (): void => {
			remember();
			give(true);
			close();
		};
		buttons.append(
			dialogButton('no', dockMessage('dock-consent-no'), close),
			dialogButton('yes', dockMessage('dock-consent-yes'), agree),
		);
		show();
	});
}
