/** What a fresh test wiki contains, by name. */
import type { WikiPlace } from '../php.ts';
import { seedDemo } from './demo.ts';
import { seedPeople } from './people.ts';

export type SeedName = 'people' | 'demo';

/** Fills a running, empty wiki. `tell` gets a line for each slow step. */
export async function seed(name: SeedName, place: WikiPlace, tell: (line: string) => void): Promise<void> {
	tell('Making the accounts ...');
	await seedPeople(place);
	if (name === 'demo') await seedDemo(place, tell);
}
