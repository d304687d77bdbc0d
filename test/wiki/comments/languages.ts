/** Talk pages in any language of MediaWiki, made by MediaWiki itself, and how much of them the engine reads. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../build/setup/command.ts';
import { mediawiki } from '../../../build/setup/mediawiki.ts';
import { findComments } from '../../../src/engines/comments/comments.ts';
import type { DateWords, WikiData } from '../../../src/engines/comments/wiki-data.ts';
import { parsePage } from '../../../src/host/cli/page-tree.ts';
import { environment } from '../php.ts';
import type { Wiki } from '../start.ts';

export interface TalkPage {
	title: string;
	wiki: WikiData;
	html: string;
	expected: { author: string; timestampISO: string; level: number }[];
}

/** How much was right: comments there, found, found with author and minute right, with the level right too. */
export interface Score {
	there: number;
	found: number;
	right: number;
	level: number;
}

/** Settings for a wiki whose content language the environment chooses. */
export const LANGUAGE_SETTINGS = `
if ( getenv( 'TALK_LANGUAGE' ) ) {
	$wgLanguageCode = getenv( 'TALK_LANGUAGE' );
	$wgTranslateNumerals = true;
	$wgMainCacheType = $wgMessageCacheType = $wgParserCacheType = CACHE_NONE;
	$wgUseDatabaseMessages = false;
}`;

async function code(): Promise<string> {
	const found = await mediawiki();
	if (!found.ok) throw new Error(found.missing);
	return found.value;
}

/** The codes of all languages that have a file of messages of their own. */
export async function languages(): Promise<string[]> {
	const files = await readdir(join(await code(), 'languages', 'messages'));
	return files
		.flatMap((file) => /^Messages(\w+)\.php$/.exec(file)?.[1]?.replaceAll('_', '-').toLowerCase() ?? [])
		.sort();
}

/** A talk page in a language, as the parser renders it. */
export async function talkPage(wiki: Wiki, language: string): Promise<TalkPage> {
	const place = { code: await code(), folder: wiki.folder, port: Number(new URL(wiki.base).port) };
	const script = join(import.meta.dirname, 'languages.php');
	const env = { ...environment(place), TALK_LANGUAGE: language };
	const done = await run('php', [script], { cwd: place.code, env });
	if (done.code !== 0) throw new Error(`${language}: ${done.stdout}\n${done.stderr}`);
	return JSON.parse(done.stdout.slice(done.stdout.indexOf('{'))) as TalkPage;
}

/** Reads a page with all the wiki's data, or without its date format, and compares. */
export function score({ title, wiki, html, expected }: TalkPage, withoutFormat: boolean): Score {
	const dates: Record<string, DateWords> = {};
	for (const [variant, { dateFormat: _, ...words }] of Object.entries(wiki.dates)) dates[variant] = words;
	const comments = findComments(parsePage(html), withoutFormat ? { ...wiki, dates } : wiki, title);
	const levels = new Map(comments.map((one) => [`${one.author} ${one.timestampISO}`, one.level]));
	const right = expected.filter((one) => levels.has(`${one.author} ${one.timestampISO}`));
	const level = right.filter((one) => levels.get(`${one.author} ${one.timestampISO}`) === one.level);
	return { there: expected.length, found: comments.length, right: right.length, level: level.length };
}
