/** Signing in: a window of the wiki's own, whose callback page hands its one-time code to this panel only. */
import * as v from 'valibot';
import { failed, type Outcome } from '../../contract/problem.ts';
import { SignInMessageSchema, type Session } from '../../contract/session.ts';
import type { PanelServices } from '../services.ts';

/** The code that the callback page posts: from the window we opened and from the backend's origin, nothing else. */
function codeFrom(popup: Window, origin: string, signal: AbortSignal): Promise<string | null> {
	return new Promise((give) => {
		const listen = (event: MessageEvent): void => {
			if (event.source !== popup || event.origin !== origin) return;
			const message = v.safeParse(SignInMessageSchema, event.data);
			if (message.success) give(message.output.code);
		};
		window.addEventListener('message', listen, { signal });
		signal.addEventListener('abort', () => give(null));
	});
}

/** Call it in the click itself, else the browser blocks the window; null where it did so. */
export function openSignInWindow(): Window | null {
	return window.open('about:blank', 'wikihaven-sign-in', 'popup,width=520,height=720');
}

export async function signIn(
	services: PanelServices,
	wiki: string,
	origin: string,
	popup: Window,
	signal: AbortSignal,
): Promise<Outcome<Session>> {
	const started = await services.keeper.call('startSignIn', { wiki, panelOrigin: services.origin });
	if (!started.ok || signal.aborted) {
		popup.close();
		return started.ok ? failed('cancelled') : started;
	}
	// Listening before the window goes anywhere, so that no answer comes too early.
	const answer = codeFrom(popup, origin, signal);
	popup.location.href = started.value.url;
	const code = await answer;
	popup.close();
	if (code === null) return failed('cancelled');
	return services.keeper.call('redeem', { wiki, code });
}
