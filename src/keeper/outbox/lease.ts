/** Single flight between panel, background and tabs: a row says who is at work and until when. */
import { randomText } from '../../contract/bytes.ts';
import type { KeeperServices } from '../services.ts';

/** Longer than a request may take, so that nobody else starts while one is on its way. */
const leaseMs = 25_000;

/** Does the work unless somebody is at it; a worker killed in the middle loses the lease when it runs out. */
export async function withLease<T>(
	{ vault, now, process }: KeeperServices,
	name: string,
	work: () => Promise<T>,
): Promise<T | undefined> {
	const by = `${process}/${randomText(8)}`;
	const at = now();
	const row = await vault.update('leases', name, (old) => {
		// One that ends later than any could was written under a clock that was set back since.
		const held = old !== undefined && old.until > at && old.until <= at + leaseMs;
		return held ? old : { until: at + leaseMs, by };
	});
	if (row?.by !== by) return undefined;
	try {
		return await work();
	} finally {
		await vault.update('leases', name, (old) => (old?.by === by ? undefined : old));
	}
}
