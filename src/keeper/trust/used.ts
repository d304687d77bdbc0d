/** Which keys reports of this client were sent to. */
import type { KeeperServices } from '../services.ts';

/** The preview no longer marks these as new, on this wiki and for the staff of this backend. */
export async function markUsed(
	{ vault }: Pick<KeeperServices, 'vault'>,
	{ wiki, origin }: { readonly wiki: string; readonly origin: string },
	grants: readonly { readonly key: string }[],
): Promise<void> {
	const sent = grants.map(({ key }) => key);
	for (const name of [wiki, `staff:${origin}`]) {
		await vault.update('pins', name, (pins) => pins && { ...pins, used: [...new Set([...pins.used, ...sent])] });
	}
}
