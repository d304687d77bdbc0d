/** Who may say what to the background: content scripts ask for tickets, our own panel page calls the keeper. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';

export type Sender = { readonly who: 'page' | 'panel'; readonly tab: number; readonly origin: string };

/** Null for everybody else: another extension, a frame inside the page, a page of ours that is not the panel. */
export function senderOf(sender: Runtime.MessageSender): Sender | null {
	const tab = sender.tab?.id;
	if (sender.id !== browser.runtime.id || tab === undefined || !sender.url) return null;
	const url = new URL(sender.url);
	// Chromium may give the panel's dynamic address, so the protocol and path tell it; no web page has this protocol.
	if (url.protocol === new URL(browser.runtime.getURL('')).protocol)
		return url.pathname === '/panel.html' ? { who: 'panel', tab, origin: `${url.protocol}//${url.host}` } : null;
	return sender.frameId === 0 ? { who: 'page', tab, origin: url.origin } : null;
}
