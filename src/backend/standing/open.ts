/** Everything that decides with what right a report comes, opened once for the whole service. */
import type { BackendConfig } from '../config.ts';
import { openNames, type NameOf } from './names.ts';
import { openTokenKeys, type TokenKeys } from './token-keys.ts';
import { openWork, type Work } from './work.ts';

export interface StandingKeeper {
	readonly tokens: TokenKeys;
	readonly work: Work;
	readonly nameOf: NameOf;
}

/** Throws where the key folder cannot be used. `now` in ms. */
export async function openStanding(
	{ keyFolder, standing }: Pick<BackendConfig, 'keyFolder' | 'standing'>,
	now: () => number,
): Promise<StandingKeeper> {
	return {
		tokens: openTokenKeys(keyFolder, now),
		work: openWork(standing.workBits, now),
		nameOf: await openNames(keyFolder),
	};
}
