/** Whether a set of recipients is a possible one, asked of the wiki's pages as they are. */
import { isOn, type WikiConfig } from '../../domain/config/model.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Services } from '../services.ts';
import { membersOf, type KeysByUser } from '../wiki/directory.ts';

type Accepts = (config: WikiConfig, keys: KeysByUser) => boolean;

/** Refuses for good only with `wrong-recipients`, and that only by pages read just now. */
export async function mayReceive(
	services: Services,
	wiki: string,
	accepts: Accepts,
	maxAge?: number,
): Promise<Outcome<null>> {
	const { config, directory } = services;
	if (!config.wikis.some(({ base }) => base === wiki)) return failed('config-missing');
	const said = await directory.config(wiki, maxAge);
	if (!said.ok) return said;
	if (!isOn(said.value, 'report')) return failed('switched-off');
	// Of everybody, not of this route's people alone: the queue asks for the same and so finds what was read here.
	const keys = await directory.keysOf(wiki, membersOf(said.value), maxAge);
	if (!keys.ok) return keys;
	if (accepts(said.value, keys.value)) return done(null);
	// The sender may have read newer pages than we have: look again before a report is turned away.
	if (maxAge === undefined) return mayReceive(services, wiki, accepts, 0);
	// Not while somebody's page could not be read.
	return failed([...keys.value.values()].includes(null) ? 'wiki-error' : 'wrong-recipients');
}
