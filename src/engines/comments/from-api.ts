/** The data of a wiki from the answers of its API: what any MediaWiki tells, without DiscussionTools. */
import { inferParts } from './date-infer.ts';
import { wordsOf, zonesOf, type Words } from './messages.ts';
import type { DateWords, TimestampProbe, WikiData } from './wiki-data.ts';
import { offsetOf } from './zone.ts';

/** `action=query&meta=siteinfo&siprop=general|namespaces|namespacealiases|specialpagealiases`, formatversion 1 or 2. */
export interface SiteInfo {
	general: { articlepath: string; scriptpath?: string; timezone?: string };
	namespaces: Readonly<Record<string, { id: number; name?: string; '*'?: string; canonical?: string }>>;
	namespacealiases: readonly { id: number; alias?: string; '*'?: string }[];
	specialpagealiases: readonly { realname: string; aliases: readonly string[] }[];
}

/** One entry of `meta=allmessages`. */
export interface ApiMessage {
	name: string;
	content?: string;
	'*'?: string;
	missing?: unknown;
}

const key = (name: string): string => name.replace(/ /g, '_').toLowerCase();
const HAN = [...'〇一二三四五六七八九'];
const ASCII = [...'0123456789'];

/** The names of the namespaces as `wgNamespaceIds` and `wgFormattedNamespaces` would give them. */
function namespacesOf(info: SiteInfo): Pick<WikiData, 'namespaceIds' | 'formattedNamespaces'> {
	const namespaceIds: Record<string, number> = {};
	const formattedNamespaces: Record<string, string> = {};
	for (const { id, name, '*': star, canonical } of Object.values(info.namespaces)) {
		const shown = name ?? star ?? '';
		formattedNamespaces[id] = shown;
		namespaceIds[key(shown)] = id;
		if (canonical !== undefined) namespaceIds[key(canonical)] = id;
	}
	for (const { id, alias, '*': star } of info.namespacealiases) namespaceIds[key(alias ?? star ?? '')] = id;
	return { namespaceIds, formattedNamespaces };
}

/** The ten digits that the sample is written in: the only script in which it says its own instant. */
function digitsOf(sample: string, wall: Date, words: Omit<DateWords, 'digits'>): readonly string[] {
	if (/\d/.test(sample)) return ASCII;
	const one = /\p{Nd}/u.exec(sample)?.[0]?.codePointAt(0);
	if (one === undefined) return HAN.some((digit) => sample.includes(digit)) ? HAN : ASCII;
	for (let value = 0; value < 10; value++) {
		const digits = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(one - value + i));
		if (inferParts(sample, wall, { ...words, digits }).length > 0) return digits;
	}
	return ASCII;
}

/**
 * Builds the data of a wiki. `messages`: by variant (the content language first), see DATE_MESSAGES; `probe`: what
 * `action=parse&text=~~~~~&onlypst=1` gave, with `curtimestamp` of the same answer. The date format is not in the API: it
 * is read from the probe, so take one whose day, month, hour and minute differ where there is a choice.
 */
export function wikiFromApi(
	info: SiteInfo,
	messages: Readonly<Record<string, readonly ApiMessage[]>>,
	probe: TimestampProbe,
): WikiData {
	const localTimezone = info.general.timezone ?? 'UTC';
	const instant = Date.parse(probe.instantUTC);
	const wall = new Date(instant + offsetOf(localTimezone)(instant));
	const [, text = probe.text, zone = ''] = /^(.*?)\s*\(([^()]*)\)\s*$/su.exec(probe.text) ?? [];
	const dates: Record<string, DateWords> = {};
	for (const [variant, list] of Object.entries(messages)) {
		const texts = Object.fromEntries(
			list
				.filter((one) => one.missing === undefined || one.missing === false)
				.map((one) => [one.name, one.content ?? one['*'] ?? '']),
		);
		const words: Words = wordsOf(texts);
		const known = zonesOf(texts);
		const timezoneAbbreviations = zone && !(zone in known) ? { ...known, [zone]: zone } : known;
		const rest = { ...words, timezoneAbbreviations };
		dates[variant] = { ...rest, digits: digitsOf(text.trim(), wall, rest) };
	}
	return {
		articlePath: info.general.articlepath,
		...(info.general.scriptpath === undefined ? {} : { scriptPath: info.general.scriptpath }),
		...namespacesOf(info),
		specialContributions: info.specialpagealiases.find((page) => page.realname === 'Contributions')?.aliases ?? [],
		localTimezone,
		dates,
		timestampProbe: probe,
	};
}
