/** The verb `comments`: attributes every comment of the pages of a manifest and prints them as JSON. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { findComments } from '../../engines/comments/comments.ts';
import { excerpt } from '../../engines/comments/texts.ts';
import type { WikiData } from '../../engines/comments/wiki-data.ts';
import { readManifest, readWiki, WrongFile, type Manifest } from './manifest.ts';
import { parsePage } from './page-tree.ts';

const LENGTH = 40;

export const name = 'comments';
export const summary = 'Finds who wrote what on rendered talk pages.';
export const help = `wikihaven comments --manifest MANIFEST.json [--without-date-format] [--page ID]

Prints [{page, comments: [{author, timestampISO, level, parent, heading, start, end}], ms}] for all pages of the manifest.

  --manifest FILE         pages with {id, title, html, config}; files are relative to the manifest
  --without-date-format   ignore dates.*.dateFormat: read the order of dates from the wiki's sample
  --page ID               only this page

Ends with 0, with 1 when a file or the page is missing or wrong, with 2 when the command line is.
`;

/** One page as printed. */
async function attribute(page: Manifest['pages'][number], wiki: WikiData, folder: string): Promise<string> {
	const html = await readFile(resolve(folder, page.html), 'utf8').catch((error: Error) => {
		throw new WrongFile(`${page.html} cannot be read: ${error.message}`);
	});
	const root = parsePage(html);
	const before = performance.now();
	const comments = findComments(root, wiki, page.title);
	const ms = Math.round((performance.now() - before) * 100) / 100;
	const shown = comments.map(({ author, timestampISO, level, parent, heading, start, end }) => ({
		author,
		timestampISO,
		level,
		parent,
		heading,
		start: excerpt(start, end, LENGTH),
		end: excerpt(start, end, LENGTH, true),
	}));
	return JSON.stringify({ page: page.id, comments: shown, ms });
}

async function attributeAll(file: string, only: string | undefined, withoutFormat: boolean): Promise<string[]> {
	const folder = dirname(resolve(file));
	const manifest = await readManifest(file);
	const pages = manifest.pages.filter((page) => only === undefined || page.id === only);
	if (pages.length === 0) throw new WrongFile(`${file} has no page ${only ?? ''}`);
	const wikis = new Map<string, WikiData>();
	const answers: string[] = [];
	for (const page of pages) {
		const wiki = wikis.get(page.config) ?? (await readWiki(resolve(folder, page.config), withoutFormat));
		wikis.set(page.config, wiki);
		answers.push(await attribute(page, wiki, folder));
	}
	return answers;
}

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			manifest: { type: 'string' },
			page: { type: 'string' },
			'without-date-format': { type: 'boolean', default: false },
		},
	});
	if (!values.manifest) {
		process.stderr.write('comments: --manifest MANIFEST.json is missing\n');
		return 2;
	}
	try {
		const answers = await attributeAll(values.manifest, values.page, values['without-date-format']);
		process.stdout.write(`[${answers.join(',\n')}]\n`);
		return 0;
	} catch (error) {
		if (!(error instanceof WrongFile)) throw error;
		process.stderr.write(`comments: ${error.message}\n`);
		return 1;
	}
}
