/** The right that a report in the outbox is sent by: made once and kept with it, so that a token is spent on it alone. */
import { done, type Outcome } from '../../contract/problem.ts';
import type { OutboxItem } from '../../contract/vault.ts';
import type { KeeperServices } from '../services.ts';
import { makeStanding } from '../standing/make.ts';

/** Nothing to do where it has one already, or is gone. */
export async function giveStanding(
	services: KeeperServices,
	id: string,
	isDue: (item: OutboxItem) => boolean,
	mayBeToken: boolean,
): Promise<Outcome<null>> {
	const item = await services.vault.get('outbox', id);
	if (!item || item.standing || !isDue(item)) return done(null);
	const made = await makeStanding(services, item, mayBeToken);
	if (!made.ok) return made;
	await services.vault.update('outbox', id, (old) => old && { ...old, standing: made.value });
	return done(null);
}

/** The backend did not take it: another is made. */
export async function takeStandingBack({ vault }: KeeperServices, id: string): Promise<void> {
	await vault.update('outbox', id, (old) => {
		if (!old) return undefined;
		const { standing: refused, ...rest } = old;
		return refused ? rest : old;
	});
}
