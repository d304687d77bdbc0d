/** The extension API as content script and panel need it: both browsers have these calls themselves, so no package is loaded. */
import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;

/** Chromium's promises serve here; only what listeners answer differs, and neither has such a listener. */
export const browser: Pick<Browser, 'runtime' | 'storage'> = chrome;

/** After an update or removal this script lives on without its extension: only the page is left to tidy up. */
export const isGone = (): boolean => !browser.runtime?.id;
