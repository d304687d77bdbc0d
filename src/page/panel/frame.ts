/** The panel's frame at the side of the page: an iframe in a closed shadow root, its way in and out of the focus. */
import { markLanguage } from '../words.ts';
import { dockMessage } from './messages.ts';
import css from './frame.css';

/** Set on <html> while the panel is docked, so that the page makes room beside it. */
const docked = 'wikihaven-docked';

/** After this time of waiting it is said what cannot wait. */
const slowMs = 3000;

export interface Frame {
	readonly iframe: HTMLIFrameElement;
	/** In sight, beside the page; until then nobody sees, hears or reaches it. */
	show(): void;
	/** The panel has taken over: no word and no close button of ours any more. */
	ready(isAsked: boolean): void;
	/** In place of the panel: why there is none. */
	fail(text: string): void;
	/** Out of sight, and still there for a key that is on its way to it. */
	fade(): void;
	/** Takes it away and gives the focus back. */
	remove(): void;
}

/** Draws it over `src`, out of sight; `onClose` is called for our own close button and, after `onEscape`, for Escape in the page. */
export function drawFrame(src: string, onClose: () => void, onEscape: () => void): Frame {
	let before: Element | null = null;
	let place: ScrollToOptions | null = null;
	const over = matchMedia('(max-width: 639px)').matches;
	const host = document.createElement('div');
	host.className = 'wikihaven-panel';
	host.style.visibility = 'hidden';
	host.dir = getComputedStyle(document.documentElement).direction;
	const root = host.attachShadow({ mode: 'closed' });
	const style = document.createElement('style');
	style.textContent = css;
	const notice = document.createElement('div');
	notice.className = 'notice';
	markLanguage(notice);
	const words = document.createElement('p');
	words.setAttribute('role', 'status');
	words.textContent = dockMessage('dock-opening');
	const close = document.createElement('button');
	close.type = 'button';
	close.textContent = dockMessage('dock-close');
	const iframe = document.createElement('iframe');
	iframe.title = dockMessage('dock-title');
	// Which page it is, the panel asks over the port: the server it comes from need not know.
	iframe.referrerPolicy = 'no-referrer';
	notice.append(words, close);
	root.append(style, iframe, notice);
	const slow = setTimeout(() => {
		words.textContent = `${dockMessage('dock-opening')} ${dockMessage('dock-danger')}`;
	}, slowMs);
	const listening = new AbortController();
	const { signal } = listening;
	close.addEventListener('click', (event) => event.isTrusted && onClose(), { signal });
	const onKey = (event: KeyboardEvent): void => {
		const typing =
			event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
		if (event.key !== 'Escape' || !event.isTrusted || event.defaultPrevented || typing) return;
		onEscape();
		onClose();
	};
	iframe.src = src;
	document.documentElement.append(host);
	return {
		iframe,
		show() {
			if (place) return;
			before = document.activeElement;
			place = { left: scrollX, top: scrollY, behavior: 'instant' };
			document.addEventListener('keydown', onKey, { signal });
			host.style.visibility = '';
			document.documentElement.classList.add(docked);
			// Where the panel is not there yet; else the focus is the page's until the panel was asked for.
			if (notice.isConnected) close.focus();
		},
		ready(isAsked) {
			clearTimeout(slow);
			notice.remove();
			if (isAsked) iframe.focus();
		},
		fail(text) {
			clearTimeout(slow);
			iframe.remove();
			words.textContent = text;
			close.focus();
		},
		fade() {
			listening.abort();
			Object.assign(host.style, { opacity: '0', pointerEvents: 'none' });
			document.documentElement.classList.remove(docked);
		},
		remove() {
			clearTimeout(slow);
			listening.abort();
			host.remove();
			document.documentElement.classList.remove(docked);
			if (!place) return;
			if (over) scrollTo(place);
			// Somebody who is elsewhere in the page by now stays there.
			if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
		},
	};
}
