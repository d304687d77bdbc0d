/** The wiki pages that make the gadget, as the build and the wiki's configuration give them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { shownLanguage, shownLanguages } from '../src/domain/language/shown.ts';
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

const description = `MediaWiki:Gadget-${gadgetName}`;

/** Every page but the definition, and but the description in the languages that the wiki is not written in. */
export const titles = {
	code: `MediaWiki:Gadget-${gadgetName}.js`,
	style: `MediaWiki:Gadget-${gadgetName}.css`,
	dock: `MediaWiki:Gadget-${dockName}.js`,
	description,
} as const;

/** Every page that a deploy may have written on some wiki. */
export const allTitles = [...Object.values(titles), ...shownLanguages.map((language) => `${description}/${language}`)];

const Description = v.object({ 'gadget-description': v.string() });

/** In the wiki's own language the plain title, in the others a subpage: so MediaWiki's MessageCache looks for them. */
async function descriptions(wikiLanguage: string): Promise<[string, string][]> {
	const own = shownLanguage(wikiLanguage);
	return Promise.all(
		shownLanguages.map(async (language): Promise<[string, string]> => {
			const file = join(root, 'src/i18n/gadget', `${language}.json`);
			const text = v.parse(Description, JSON.parse(await readFile(file, 'utf8')))['gadget-description'];
			return [language === own ? description : `${description}/${language}`, text];
		}),
	);
}

/** Title → text of each, for a wiki whose content is in this language. */
export async function gadgetPages(backend: Backend, wikiLanguage: string): Promise<Map<string, string>> {
	const built = (name: string): Promise<string> => readFile(join(root, 'dist', 'gadget', name), 'utf8');
	const dock = (await built('wikihaven-panel.js'))
		.replaceAll('%WIKIHAVEN_ORIGIN%', () => inString(backend.origin))
		.replaceAll('%WIKIHAVEN_OPERATOR%', () => inString(backend.operator));
	return new Map([
		[titles.dock, dock],
		[titles.code, await built('wikihaven.js')],
		[titles.style, await built('wikihaven.css')],
		...(await descriptions(wikiLanguage)),
	]);
}
