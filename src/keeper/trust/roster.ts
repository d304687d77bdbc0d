/** Reads the keys that the people of a wiki publish: one call for all where nothing changed, more for a newcomer. */
import { done, type Outcome } from '../../contract/problem.ts';
import { isPinned, type Pins } from '../../domain/keys/pins.ts';
import { samePerson } from '../../domain/people/names.ts';
import { keyPageOf, parseKeyPage, readKeyPage } from '../../wiki/key-page.ts';
import { readNewest } from '../../wiki/newest.ts';
import type { WikiTransport } from '../../wiki/transport.ts';
import type { Published } from './votes.ts';

/** How many newcomers are asked for at once, so that a long list does not storm the wiki. */
const atOnce = 4;

/** Title without its namespace, whose name is the wiki's own. */
const rest = (title: string): string => title.slice(title.indexOf(':') + 1);

/** `people` by canonical name. Whoever has no valid key page is left out. */
export async function readRoster(
	transport: WikiTransport,
	people: readonly string[],
	pins: Pins | undefined,
): Promise<Outcome<Published[]>> {
	const newest = await readNewest(transport, people.map(keyPageOf));
	if (!newest.ok) return newest;
	const pages = new Map(newest.value.map((page) => [rest(page.title), page]));
	const found: Published[] = [];
	const unknown: string[] = [];
	for (const person of people) {
		const revision = pages.get(rest(keyPageOf(person)))?.revisions[0];
		if (!revision) continue;
		const own = revision.user !== null && samePerson(revision.user, person);
		const page = own ? await parseKeyPage(revision.text) : null;
		// The very key that was judged before needs no second look at the page's history.
		if (page && pins && isPinned(pins, person, page.key)) {
			found.push({ person, key: page.key, at: 0, confirms: page.confirms });
		} else unknown.push(person);
	}
	for (let at = 0; at < unknown.length; at += atOnce) {
		const batch = unknown.slice(at, at + atOnce);
		for (const read of await Promise.all(batch.map((person) => readKeyPage(transport, person)))) {
			if (!read.ok) return read;
			if (read.value === null) continue;
			const { user, key, at, confirms } = read.value;
			found.push({ person: user, key, at: Date.parse(at), confirms });
		}
	}
	return done(found);
}
