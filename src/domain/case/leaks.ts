/** What in a text that the accused or the public will see could only have come from the reporter. */
import { folded, type Folded } from './folded.ts';

/** Cuts a text into words, whatever its script: `Intl.Segmenter` with the granularity `word` does. */
export type Segment = (text: string) => Iterable<{
	readonly segment: string;
	readonly index: number;
	readonly isWordLike?: boolean | undefined;
}>;

export interface Private {
	/** Texts that the reporter wrote or brought, each with what it is. */
	readonly texts: readonly { readonly from: LeakSource; readonly text: string }[];
	/** Of the reporter, and of others whom only the report names. */
	readonly names: readonly string[];
	/** Titles that nothing public ties to the person reported. */
	readonly pages: readonly string[];
	/** What anybody can read on the wiki, and the team's own templates: to repeat that tells nothing. */
	readonly open: readonly string[];
}

export type LeakSource = 'report' | 'contact' | 'attachment' | 'message';

export interface Leak {
	readonly kind: 'words' | 'contact' | 'name' | 'page';
	/** null for a name or a page. */
	readonly from: LeakSource | null;
	/** The passage as it stands in the text, from `start` to `end` in UTF-16 code units. */
	readonly passage: string;
	readonly start: number;
	readonly end: number;
}

/** So many words in a row are a sentence of somebody's, no turn of phrase. */
const run = 4;
/** A shorter text counts as a whole, from so many words on. */
const shortest = 2;

interface Word {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

function wordsIn({ text }: Folded, segment: Segment): Word[] {
	return [...segment(text)]
		.filter(({ segment: one, isWordLike }) => isWordLike ?? /[\p{L}\p{N}]/u.test(one))
		.map(({ segment: one, index }) => ({ text: one, start: index, end: index + one.length }));
}

/** Every run of `length` words, as one text. */
function runsOf(words: readonly Word[], length: number): Set<string> {
	const runs = new Set<string>();
	for (let at = 0; at + length <= words.length; at++) runs.add(joined(words.slice(at, at + length)));
	return runs;
}
const joined = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

type Spot = readonly [start: number, end: number];

/** The stretches of `words` that stand in `secret` and in nothing open. */
function sharedRuns(words: readonly Word[], secret: readonly Word[], open: readonly (readonly Word[])[]): Spot[] {
	const length = Math.min(run, secret.length);
	if (length < shortest) return [];
	const theirs = runsOf(secret, length);
	for (const one of open) for (const text of runsOf(one, length)) theirs.delete(text);
	const spots: [number, number][] = [];
	for (let at = 0; at + length <= words.length; at++) {
		const here = words.slice(at, at + length);
		if (!theirs.has(joined(here))) continue;
		const [first, last] = [here[0], here.at(-1)];
		if (!first || !last) continue;
		const before = spots.at(-1);
		if (before && first.start <= before[1]) before[1] = last.end;
		else spots.push([first.start, last.end]);
	}
	return spots;
}

/** Addresses of people and of pages elsewhere. */
const addresses = /[^\s<>()[\]{}"'«»„“”]+@[^\s<>()[\]{}"'«»„“”]+\.[\p{L}]{2,}|https?:\/\/[^\s<>"«»]{4,}/gu;
/** Numbers as telephones have them, in any grouping. */
const numbers = /\+?\p{Nd}(?:[\s().\-/]{0,2}\p{Nd}){5,}/gu;
const digits = (text: string): string => text.replace(/\P{Nd}/gu, '');
/** As somebody may call themselves elsewhere: `@name`, `name#1234`. */
const handles = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{3,}|[\p{L}\p{N}_.]{2,}#\p{Nd}{3,}/gu;

function everyPlace(text: string, needle: string): Spot[] {
	const spots: Spot[] = [];
	if (needle === '') return spots;
	for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
		spots.push([at, at + needle.length]);
	}
	return spots;
}

function sharedContacts(text: string, secret: string): Spot[] {
	const spots = [addresses, handles].flatMap((form) =>
		[...secret.matchAll(form)].flatMap(([one]) => everyPlace(text, one.replace(/[.,;:!?]+$/u, ''))),
	);
	const theirs = new Set([...secret.matchAll(numbers)].map(([one]) => digits(one)));
	for (const { 0: one, index } of text.matchAll(numbers)) {
		if (theirs.has(digits(one))) spots.push([index, index + one.length]);
	}
	return spots;
}

/** Scripts that keep words apart, and hang no article or preposition before a name. */
const apart = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{Nd}]/u;

/** A name or a title, in any of its spellings; `Annas` names Anna, `Savannah` does not. */
function namedIn(text: string, name: string): Spot[] {
	const needle = folded(name.replace(/_/g, ' ')).text.trim();
	const isShort = [...needle].length <= 3;
	return everyPlace(text.replace(/_/g, ' '), needle).filter(([start, end]) => {
		const before = Array.from(text.slice(0, start)).at(-1) ?? '';
		const [after = ''] = text.slice(end);
		if (apart.test(needle[0] ?? '') && apart.test(before)) return false;
		return !(isShort && apart.test(needle.at(-1) ?? '') && apart.test(after));
	});
}

/**
 * Everything in `text` that could only have come from the reporter, in the order it stands there: runs of four or more words
 * of theirs, their addresses and numbers, names, pages. What was said in other words is not found: a person has to read it.
 */
export function findLeaks(text: string, secret: Private, segment: Segment): Leak[] {
	const here = folded(text);
	const words = wordsIn(here, segment);
	const open = secret.open.map((one) => wordsIn(folded(one), segment));
	const leaks: Leak[] = [];
	const add = (kind: Leak['kind'], from: Leak['from'], spots: readonly Spot[]): void => {
		for (const [first, last] of spots) {
			const [start = 0, end = text.length] = [here.at[first], here.at[last]];
			leaks.push({ kind, from, passage: text.slice(start, end), start, end });
		}
	};
	for (const { from, text: theirs } of secret.texts) {
		const other = folded(theirs);
		add('contact', from, sharedContacts(here.text, other.text));
		// A way to reach somebody is often one word.
		if (from === 'contact') add('contact', from, namedIn(here.text, theirs.trim()));
		add('words', from, sharedRuns(words, wordsIn(other, segment), open));
	}
	for (const name of secret.names) add('name', null, namedIn(here.text, name));
	for (const page of secret.pages) add('page', null, namedIn(here.text, page));
	return once(leaks);
}

/** The same passage counts once, as what it was found first. */
function once(leaks: readonly Leak[]): Leak[] {
	const seen = new Set<string>();
	return leaks
		.filter(({ start, end }) => {
			const key = `${start} ${end}`;
			return !seen.has(key) && seen.add(key);
		})
		.sort((one, other) => one.start - other.start || other.end - one.end);
}
