/** The verb `comments`: attributes every comment of the pages of a manifest and prints them as JSON. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { findComments } from '../../engines/comments/comments.ts';
import { excerpt } from '../../engines/comments/texts.ts';
import type { DateWords, WikiData } from '../../engines/comments/wiki-data.ts';
import { parsePage } from './page-tree.ts';

interface ManifestPage {
	id: string;
	title: string;
	html: string;
	config: string;
}

const LENGTH = 40;

export const name = 'comments';
export const summary = 'find who wrote what on rendered talk pages';
export const help = `wikihaven comments --manifest MANIFEST.json [--without-date-format] [--page ID]

Prints [{page, comments: [{author, timestampISO, level, parent, heading, start, end}], ms}] for all pages of the manifest.
  --manifest FILE         pages with {id, title, html, config}; files are relative to the manifest
  --without-date-format   ignore dates.*.dateFormat: read the order of dates from the wiki's sample
  --page ID               only this page
`;

/** The same wiki as if it had never told its date format. */
function withoutFormat(wiki: WikiData): WikiData {
	const dates: Record<string, DateWords> = {};
	for (const [variant, { dateFormat: _, ...words }] of Object.entries(wiki.dates)) dates[variant] = words;
	return { ...wiki, dates };
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
	const folder = dirname(resolve(values.manifest));
	const manifest = JSON.parse(await readFile(values.manifest, 'utf8')) as { pages: ManifestPage[] };
	const pages = manifest.pages.filter((page) => values.page === undefined || page.id === values.page);
	if (pages.length === 0) {
		process.stderr.write(`comments: no page ${values.page ?? ''} in ${values.manifest}\n`);
		return 1;
	}
	const configs = new Map<string, WikiData>();
	const answers: string[] = [];
	for (const page of pages) {
		let wiki = configs.get(page.config);
		if (!wiki) {
			wiki = JSON.parse(await readFile(resolve(folder, page.config), 'utf8')) as WikiData;
			if (values['without-date-format']) wiki = withoutFormat(wiki);
			configs.set(page.config, wiki);
		}
		const root = parsePage(await readFile(resolve(folder, page.html), 'utf8'));
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
		answers.push(JSON.stringify({ page: page.id, comments: shown, ms }));
	}
	process.stdout.write(`[${answers.join(',\n')}]\n`);
	return 0;
}
