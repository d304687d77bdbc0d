/** A person's own client against the backend of a test: the real keeper, with its storage in memory. */
import type { Standing } from '../../../src/contract/standing.ts';
import type { Vault } from '../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import type { TestBackend } from './backend.ts';
import { wikiA } from './people.ts';
import type { MadeReport } from './sealed.ts';

/** As the backend calls itself; requests go to where it listens. */
export const publicOrigin = 'http://haven.test';

export interface Client {
	readonly vault: Vault;
	readonly keeper: ReturnType<typeof createKeeper>;
	/** Leaves a report in the outbox, as the preview does. */
	waiting(made: MadeReport, wants: Standing['by']): Promise<void>;
}

/** Signed in at wiki A where a name is given. */
export async function clientOf(backend: TestBackend, user: string | null): Promise<Client> {
	const vault = createMemoryVault();
	if (user !== null) {
		const token = (await backend.signIn(user)).slice('Bearer '.length);
		const until = new Date(backend.clock.now + 3_600_000).toISOString();
		await vault.put('sessions', wikiA, { origin: publicOrigin, token, user, until });
	}
	const keeper = createKeeper({
		vault,
		fetch: (input, init) => fetch(String(input).replace(publicOrigin, backend.origin), init),
		now: () => backend.clock.now,
		process: 'test',
		wikiApi: () => Promise.reject(new Error('no wiki here')),
		handOff: () => Promise.reject(new Error('no wiki here')),
		signal: new AbortController().signal,
	});
	return {
		vault,
		keeper,
		waiting: ({ id, secret, report }, wants) =>
			vault.put('outbox', id, {
				id,
				secret,
				report,
				wants,
				origin: publicOrigin,
				at: '2026-05-01T12:00:00Z',
				tries: 0,
				notBefore: 0,
			}),
	};
}
