/** A vault that forgets everything with the process: for tests and for developing the panel without a browser's storage. */
import * as v from 'valibot';
import { collections, type CollectionName, type HandlerKeys, type ItemOf, type Vault } from '../../contract/vault.ts';

/** Writing what does not fit the schema throws: the code that did is wrong. */
export function createMemoryVault(): Vault {
	const stores = new Map<CollectionName, Map<string, unknown>>();
	const handlers = new Map<string, HandlerKeys>();
	const store = (name: CollectionName): Map<string, unknown> => {
		const found = stores.get(name) ?? new Map<string, unknown>();
		stores.set(name, found);
		return found;
	};
	const copy = <N extends CollectionName>(value: unknown): ItemOf<N> => structuredClone(value) as ItemOf<N>;
	const write = (name: CollectionName, key: string, value: unknown): void => {
		v.assert(collections[name].schema, value);
		store(name).set(key, structuredClone(value));
	};
	return {
		get: async <N extends CollectionName>(name: N, key: string) => {
			const value = store(name).get(key);
			return value === undefined ? undefined : copy<N>(value);
		},
		put: async (name, key, value) => write(name, key, value),
		drop: async (name, key) => {
			store(name).delete(key);
		},
		all: async <N extends CollectionName>(name: N) =>
			[...store(name)].map(([key, value]) => ({ key, value: copy<N>(value) })),
		update: async (name, key, change) => {
			const old = store(name).get(key);
			const changed = change(old === undefined ? undefined : copy(old));
			if (changed === undefined) store(name).delete(key);
			else write(name, key, changed);
			return changed;
		},
		handlerKeys: async (owner) => handlers.get(owner),
		keepHandlerKeys: async (owner, keys) => {
			handlers.set(owner, keys);
		},
		dropHandlerKeys: async (owner) => {
			handlers.delete(owner);
		},
		clear: async () => {
			stores.clear();
			handlers.clear();
		},
	};
}
