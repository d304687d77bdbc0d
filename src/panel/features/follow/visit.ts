/** A report opened by its return code on a device that is not to keep it: its row goes when it is left. */
import type { Vault } from '../../../contract/vault.ts';

/** A browser that was killed leaves the row; another tab may still read it for so long. */
const longestMs = 60 * 60_000;

export async function endVisit(vault: Vault, id: string): Promise<void> {
	const row = await vault.get('reports', id);
	if (row?.visit) await vault.drop('reports', id);
}

export async function sweepVisits(vault: Vault, now = Date.now()): Promise<void> {
	for (const { key, value } of await vault.all('reports')) {
		if (value.visit && now - Date.parse(value.visit) > longestMs) await vault.drop('reports', key);
	}
}
