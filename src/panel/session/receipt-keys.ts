/** The keys that a backend's word is checked with: pinned by this device, or else as the backend lists them. */
import { keyIdOf } from '../../contract/bytes.ts';
import type { PanelServices } from '../services.ts';

/** By id; empty where none is pinned and the backend cannot be asked. */
export async function receiptKeys(
	{ keeper, vault }: Pick<PanelServices, 'keeper' | 'vault'>,
	wiki: string,
): Promise<Readonly<Record<string, string>>> {
	const config = await keeper.call('config', { wiki });
	if (!config.ok) return {};
	const { origin } = config.value;
	const pinned = (await vault.get('pins', `staff:${origin}`).catch(() => undefined))?.receipts ?? {};
	const about = await keeper.call('about', { origin });
	const keys: Record<string, string> = {};
	for (const { id, key } of about.ok ? about.value.receiptKeys : []) if ((await keyIdOf(key)) === id) keys[id] = key;
	// An id is made from its key, so neither list can say another thing of the same id.
	return { ...keys, ...pinned };
}
