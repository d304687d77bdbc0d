/** The vault over IndexedDB: rows checked against their schema, sealed ones encrypted, changes in one transaction. */
import * as v from 'valibot';
import { collections, type CollectionName, type HandlerKeys, type ItemOf, type Vault } from '../../contract/vault.ts';
import { createDatabase, storeNames } from './database.ts';
import { createSealing } from './sealing.ts';

/** A row that an older or newer version wrote differently is left alone and counts as not there. */
function checked<N extends CollectionName>(name: N, value: unknown): ItemOf<N> | undefined {
	const parsed = v.safeParse(collections[name].schema, value);
	return parsed.success ? (parsed.output as ItemOf<N>) : undefined;
}

/** Panel and background each open one on the same database. Every method rejects when storage itself fails. */
export function createVault(databaseName?: string): Vault & { close(): void } {
	const database = createDatabase(databaseName);
	const sealing = createSealing(database);
	const isSealed = (name: CollectionName): boolean => collections[name].sealed;
	const rowName = async (name: CollectionName, key: string): Promise<string> =>
		isSealed(name) ? sealing.nameOf(key) : key;
	return {
		async get(name, key) {
			const row = await rowName(name, key);
			const stored: unknown = await (await database.open()).get(name, row);
			if (stored === undefined) return undefined;
			return checked(name, isSealed(name) ? (await sealing.open(name, row, stored))?.value : stored);
		},
		async put(name, key, value) {
			const row = await rowName(name, key);
			const stored = isSealed(name) ? await sealing.seal(name, key, value) : value;
			await (await database.open()).put(name, stored, row);
		},
		async drop(name, key) {
			const row = await rowName(name, key);
			await (await database.open()).delete(name, row);
		},
		async all<N extends CollectionName>(name: N) {
			const read = (await database.open()).transaction(name);
			const [rows, stored] = await Promise.all([read.store.getAllKeys(), read.store.getAll(), read.done]);
			const found: { key: string; value: ItemOf<N> }[] = [];
			for (const [at, row] of rows.entries()) {
				const plain = isSealed(name)
					? await sealing.open(name, String(row), stored[at])
					: { key: String(row), value: stored[at] as unknown };
				const value = plain && checked(name, plain.value);
				if (plain && value !== undefined) found.push({ key: plain.key, value });
			}
			return found;
		},
		async update(name, key, change) {
			const write = (await database.open()).transaction(name, 'readwrite');
			const changed = change(checked(name, await write.store.get(key)));
			await (changed === undefined ? write.store.delete(key) : write.store.put(changed, key));
			await write.done;
			return changed;
		},
		async handlerKeys(owner) {
			return (await (await database.open()).get('handlers', await sealing.nameOf(owner))) as HandlerKeys | undefined;
		},
		async keepHandlerKeys(owner, keys) {
			await (await database.open()).put('handlers', keys, await sealing.nameOf(owner));
		},
		async dropHandlerKeys(owner) {
			await (await database.open()).delete('handlers', await sealing.nameOf(owner));
		},
		async clear() {
			const write = (await database.open()).transaction(storeNames, 'readwrite');
			await Promise.all([...storeNames.map((name) => write.objectStore(name).clear()), write.done]);
		},
		close: () => database.close(),
	};
}
