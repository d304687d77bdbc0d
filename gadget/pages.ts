/** The wiki pages that make the gadget, as the build and the wiki's configuration give them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import en from '../src/i18n/gadget/en.json' with { type: 'json' };
import { root } from '../build/setup/folders.ts';

export const definitionPage = 'MediaWiki:Gadgets-definition';
/** The gadget, in its module `ext.gadget.wikihaven` and in the names of its pages; and the dock it loads at the first use. */
export const gadgetName = 'wikihaven';
export const dockName = 'wikihaven-panel';

export interface Backend {
	readonly origin: string;
	readonly operator: string;
}

/** Text inside a JavaScript string literal: what is baked in may hold any letter. */
const inString = (text: string): string =>
	JSON.stringify(text)
		.slice(1, -1)
		.replace(/[<>&\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Every page but the definition. */
export const titles = {
	code: `MediaWiki:Gadget-${gadgetName}.js`,
	style: `MediaWiki:Gadget-${gadgetName}.css`,
	dock: `MediaWiki:Gadget-${dockName}.js`,
	description: `MediaWiki:Gadget-${gadgetName}`,
} as const;

/** Title → text of each. */
export async function gadgetPages(backend: Backend): Promise<Map<string, string>> {
	const built = (name: string): Promise<string> => readFile(join(root, 'dist', 'gadget', name), 'utf8');
	const dock = (await built('wikihaven-panel.js'))
		.replaceAll('%WIKIHAVEN_ORIGIN%', () => inString(backend.origin))
		.replaceAll('%WIKIHAVEN_OPERATOR%', () => inString(backend.operator));
	return new Map([
		[titles.dock, dock],
		[titles.code, await built('wikihaven.js')],
		[titles.style, await built('wikihaven.css')],
		[titles.description, en['gadget-description']],
	]);
}
