/** Tells a failed storage from a bug: the vault's rejections become one kind of error, and that a problem. */
import { failed, type Outcome } from '../contract/problem.ts';
import type { Vault } from '../contract/vault.ts';

class StorageFailed extends Error {}

async function guard<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw new StorageFailed('storage failed', { cause: error });
	}
}

/** The same vault, whose failures `orStorageFailed` knows. */
export function guardVault(vault: Vault): Vault {
	return {
		get: (name, key) => guard(() => vault.get(name, key)),
		put: (name, key, value) => guard(() => vault.put(name, key, value)),
		drop: (name, key) => guard(() => vault.drop(name, key)),
		all: (name) => guard(() => vault.all(name)),
		update: (name, key, change) => guard(() => vault.update(name, key, change)),
		handlerKeys: (owner) => guard(() => vault.handlerKeys(owner)),
		keepHandlerKeys: (owner, keys) => guard(() => vault.keepHandlerKeys(owner, keys)),
		dropHandlerKeys: (owner) => guard(() => vault.dropHandlerKeys(owner)),
		clear: () => guard(() => vault.clear()),
	};
}

/** A full or broken disk is a problem a person is told; every other exception is a bug and goes on. */
export async function orStorageFailed<T>(work: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof StorageFailed) return failed('storage-failed');
		throw error;
	}
}
