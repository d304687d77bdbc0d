/** The database of this client: its stores, their migrations, and a connection that comes back when it was cut. */
import { openDB, type IDBPDatabase } from 'idb';
import { collections, type CollectionName } from '../../contract/vault.ts';

export const databaseName = 'wikihaven';

/** Beside one store a collection: `keys` holds the keys that seal rows, `handlers` the keys of handlers. */
export const storeNames = [...(Object.keys(collections) as CollectionName[]), 'keys', 'handlers'] as const;

function makeMissing(database: IDBPDatabase): void {
	for (const name of storeNames) if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
}

/** One step a version, never taken away once released: the n-th makes version n out of version n - 1. */
const migrations: readonly ((database: IDBPDatabase) => void)[] = [
	makeMissing,
	// The evidence tray.
	makeMissing,
	// Handlers' views of their queue.
	makeMissing,
];

export interface Database {
	/** The connection; opened on first use and again after the browser closed it. Rejects when storage fails. */
	open(): Promise<IDBPDatabase>;
	close(): void;
}

export function createDatabase(name = databaseName): Database {
	let opening: Promise<IDBPDatabase> | undefined;
	const forget = (): void => {
		opening = undefined;
	};
	return {
		open() {
			opening ??= openDB(name, migrations.length, {
				upgrade(database, from) {
					for (const migrate of migrations.slice(from)) migrate(database);
				},
				// A newer version of us in another tab wants to migrate: let it.
				blocking(_current, _blocked, event) {
					forget();
					(event.target as IDBDatabase).close();
				},
				terminated: forget,
			}).catch((error: unknown) => {
				forget();
				throw error;
			});
			return opening;
		},
		close() {
			void opening?.then((database) => database.close());
			forget();
		},
	};
}
