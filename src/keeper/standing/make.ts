/** With what right a report of the outbox is sent: a token where one is wanted and there, else work. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Standing } from '../../contract/standing.ts';
import type { OutboxItem } from '../../contract/vault.ts';
import { callBackend } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { takeToken } from './tokens.ts';

/** How much work is asked for is asked of the backend each time: it may be more than it was. */
export async function makeStanding(
	services: KeeperServices,
	item: OutboxItem,
	mayBeToken: boolean,
): Promise<Outcome<Standing>> {
	const token = item.wants === 'token' && mayBeToken ? await takeToken(services, item) : undefined;
	if (token) return done({ by: 'token', ...token });
	const about = await callBackend(services, item.origin, 'about', {});
	if (!about.ok) return about;
	const { workFor } = await import('./work.ts');
	const report = { id: item.id, hash: item.report.hash };
	const nonce = await workFor(report, about.value.standing.work.bits, services.signal);
	return nonce === null ? failed('cancelled') : done({ by: 'work', nonce });
}
