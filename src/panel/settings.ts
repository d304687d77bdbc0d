/** The person's own choices in the vault: one row, changed by reading and writing it. */
import type { ItemOf, Vault } from '../contract/vault.ts';

export type Settings = ItemOf<'settings'>;

export async function changeSettings(vault: Vault, change: (old: Settings) => Settings): Promise<void> {
	const old = await vault.get('settings', 'settings');
	await vault.put('settings', 'settings', change(old ?? { consents: {} }));
}
