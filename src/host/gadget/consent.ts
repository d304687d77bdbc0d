/** Asks once, before the backend is contacted for the first time: which host, who runs it, that it sees the IP address. */
import { dockMessage } from '../../page/panel/messages.ts';
import { deployed } from './deployed.ts';
import { dialogButton, drawDialog, paragraph } from './dialog.ts';

/** A mark without any name in it, so the page's storage will do. A changed backend is asked about anew. */
const key = 'wikihaven-consent';

function remembered(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function remember(answer: string): void {
	try {
		localStorage.setItem(key, answer);
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

/** Who said no is asked again when they press something of ours, and not for a file alone (`unasked`). */
export function askConsent(signal: AbortSignal, unasked: boolean): Promise<boolean> {
	const answer = remembered();
	if (answer === deployed.origin) return Promise.resolve(true);
	const no = `no ${deployed.origin}`;
	if (unasked && answer === no) return Promise.resolve(false);
	const { body, buttons, closed, close, show } = drawDialog(dockMessage('dock-consent-title'), signal);
	body.append(paragraph(dockMessage('dock-consent-body', new URL(deployed.origin).host, deployed.operator)));
	return new Promise<boolean>((give) => {
		let said = no;
		closed.addEventListener('abort', () => {
			if (!signal.aborted && (unasked || said !== no)) remember(said);
			give(said !== no);
		});
		const agree = (): void => {
			said = deployed.origin;
			close();
		};
		buttons.append(
			dialogButton('no', dockMessage('dock-consent-no'), close),
			dialogButton('yes', dockMessage('dock-consent-yes'), agree),
		);
		show();
	});
}
