/** The one manifest.json as each browser wants it, for development and for the stores. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/folders.ts';

export type Browser = 'chromium' | 'firefox';

/** The part of the manifest that differs. */
interface Manifest {
	host_permissions: string[];
	background: { service_worker?: string; scripts?: string[] };
	content_scripts: { matches?: string[] }[];
	web_accessible_resources: { resources: string[]; matches?: string[]; use_dynamic_url?: boolean }[];
	content_security_policy: { extension_pages: string };
	minimum_chrome_version?: string;
	browser_specific_settings?: object;
}

/** The wiki and the backend of `npm start` and of the tests; never in what goes to a store. */
const local = ['http://127.0.0.1/*', 'http://localhost/*', 'http://*.localhost/*'];
const localSources = ' http://127.0.0.1:* http://*.localhost:*';

export async function manifestFor(browser: Browser, forStore: boolean): Promise<string> {
	const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as Manifest;
	if (!forStore) manifest.host_permissions.push(...local);
	for (const script of manifest.content_scripts) script.matches = manifest.host_permissions;
	// A wiki that a person adds later embeds the panel too; without a ticket it is an empty frame anywhere.
	for (const resource of manifest.web_accessible_resources)
		resource.matches = ['https://*/*', ...(forStore ? [] : local)];
	const policy = manifest.content_security_policy;
	if (forStore) policy.extension_pages = policy.extension_pages.replace(localSources, '');
	if (browser === 'chromium') {
		delete manifest.background.scripts;
		delete manifest.browser_specific_settings;
	} else {
		delete manifest.background.service_worker;
		delete manifest.minimum_chrome_version;
	}
	return JSON.stringify(manifest, null, '\t') + '\n';
}
