/** Starts Debian's Chromium and Firefox for tests, with or without the built extension, and gives pages to drive. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

/** The add-on's internal address in Firefox, fixed so that a test can tell it. */
export const firefoxUuid = '11111111-2222-4333-8444-555555555555';
const geckoId = 'wikihaven@wikihaven.invalid';

export interface Launched {
	readonly browser: Browser;
	/** Profile folder: start again with the same one to play a restart. */
	readonly profile: string;
	/** Closes the browser and, unless `keep`, removes its profile. */
	stop(options?: { keep?: boolean }): Promise<void>;
}

function launched(browser: Browser, profile: string): Launched {
	return {
		browser,
		profile,
		async stop({ keep = false } = {}) {
			await browser.close().catch(() => undefined);
			if (!keep) rmSync(profile, { recursive: true, force: true });
		},
	};
}

const newProfile = (): string => mkdtempSync(join(tmpdir(), 'wikihaven-profile-'));

/** Debian's Chromium, headless; `extension` is the folder of an unpacked build. */
export async function launchChromium({
	extension,
	profile = newProfile(),
}: { extension?: string; profile?: string } = {}): Promise<Launched> {
	const browser = await puppeteer.launch({
		executablePath: '/usr/lib/chromium/chromium',
		headless: true,
		pipe: true,
		userDataDir: profile,
		...(extension === undefined ? {} : { enableExtensions: [extension] }),
		args: [
			'--no-sandbox',
			'--disable-dev-shm-usage',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	return launched(browser, profile);
}

/** Debian's Firefox over WebDriver BiDi, headless; the extension is installed as a temporary add-on. */
export async function launchFirefox({
	extension,
	profile = newProfile(),
}: { extension?: string; profile?: string } = {}): Promise<Launched> {
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: '/usr/bin/firefox-esr',
		headless: true,
		userDataDir: profile,
		extraPrefsFirefox: {
			'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: firefoxUuid }),
			// The event page is killed soon, so that tests meet it dead.
			'extensions.background.idle.timeout': 2000,
		},
	});
	if (extension !== undefined) await browser.installExtension(extension);
	return launched(browser, profile);
}
