/** Takes every trace of a report off this device: afterwards only its return code opens it. */
import type { Vault } from '../../../contract/vault.ts';

export async function forget(vault: Vault, id: string): Promise<void> {
	for (const { key, value } of await vault.all('attachments')) {
		if (value.draft === `reply|${id}`) await vault.drop('attachments', key);
	}
	await vault.drop('replies', id);
	await vault.drop('replies', `appeal|${id}`);
	// What was reported, for the form to say that it was reported before.
	for (const { key, value } of await vault.all('drafts')) if (value.sentAs === id) await vault.drop('drafts', key);
	// Last: until then it can be tried again.
	await vault.drop('reports', id);
}
