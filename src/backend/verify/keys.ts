/** Everybody's signing keys, as far as they can be known: receipt keys, staff, and what handlers published on their pages. */
import type { BackendConfig } from '../config.ts';
import { receiptKeys } from '../store/receipt-keys.ts';
import type { Reader } from '../store/open.ts';
import { membersOf, type WikiDirectory } from '../wiki/directory.ts';

/** `missing`: wikis that did not answer. */
export async function knownKeys(
	db: Reader,
	{ staff, wikis }: Pick<BackendConfig, 'staff' | 'wikis'>,
	directory: WikiDirectory,
): Promise<{ readonly keys: ReadonlyMap<string, readonly string[]>; readonly missing: readonly string[] }> {
	const keys = new Map<string, string[]>();
	const missing: string[] = [];
	const add = (id: string, key: string | undefined): void => {
		if (key !== undefined) keys.set(id, [...(keys.get(id) ?? []), key]);
	};
	for (const { id, key } of await receiptKeys(db)) add(id, key);
	for (const { key } of staff) add(key.id, key.sign);
	for (const { base } of wikis) {
		const config = await directory.config(base);
		const published = config.ok ? await directory.keysOf(base, membersOf(config.value)) : config;
		if (!published.ok) missing.push(base);
		else for (const all of published.value.values()) for (const { key } of all ?? []) add(key.id, key.sign);
	}
	return { keys, missing };
}
