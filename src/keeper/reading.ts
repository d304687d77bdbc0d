/** Verbs with which the panel reads a page for itself: the wiki's data for the comment engine, and a revision rendered. */
import * as v from 'valibot';
import type { KeeperVerbs } from '../contract/keeper.ts';
import type { Handlers } from '../contract/port.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { WikiDataSchema } from '../contract/reading.ts';
import type { WikiData } from '../engines/comments/wiki-data.ts';
import { readRendered } from '../wiki/rendered.ts';
import { readWikiData } from '../wiki/wiki-data.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

/** Names of namespaces and months change with the software, if ever. */
const freshMs = 24 * 3_600_000;
/** For a sample in which two numbers are the same, so that it does not tell which is the day and which the month. */
const unclearMs = 10 * 60_000;

function freshFor({ timestampProbe }: WikiData): number {
	const numbers = (timestampProbe?.text.match(/\p{Nd}+/gu) ?? []).map((one) => one.replace(/^0/, ''));
	return new Set(numbers).size === numbers.length ? freshMs : unclearMs;
}

async function wikiData(services: KeeperServices, wiki: string): Promise<Outcome<WikiData>> {
	const { vault, now } = services;
	const key = `comments|${wiki}`;
	const cached = await vault.get('cache', key);
	const known = v.safeParse(WikiDataSchema, cached?.value);
	const age = cached ? now() - cached.at : Number.POSITIVE_INFINITY;
	if (known.success && age >= 0 && age < freshFor(known.output as WikiData)) return done(known.output as WikiData);
	const read = await readWikiData(wikiOf(services, wiki));
	// What was true yesterday serves better than nothing.
	if (!read.ok) return known.success ? done(known.output as WikiData) : read;
	await vault.put('cache', key, { at: now(), value: read.value });
	return read;
}

export function readingVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, 'wikiData' | 'rendered'> {
	return {
		wikiData: ({ wiki }) => wikiData(services, wiki) as ReturnType<Handlers<KeeperVerbs>['wikiData']>,
		rendered: ({ wiki, ...of }) => readRendered(wikiOf(services, wiki), of),
	};
}
