/** The database of this client: its stores, their migrations, and a connection that comes back when it was cut. */
import { openDB, type IDBPDatabase } from 'idb';
import { collections, type CollectionName } from '../../contract/vault.ts';

export const databaseName = 'wikihaven';

/** Beside one store a collection: `keys` holds the keys that seal rows, `handlers` the keys of handlers. */
export const storeNames = [...(Object.keys(collections) as CollectionName[]), 'keys', 'handlers'] as const;

/** One step a version, never changed once released: the n-th makes version n out of version n - 1. */
const migrations: readonly ((database: IDBPDatabase) => void)[] = [
	(database) => {
		for (const name of storeNames) database.createObjectStore(name);
	},
	// The evidence tray: made by the step above where everything is new.
	(database) => {
		for (const name of ['pieces', 'attachments', 'collecting'] satisfies CollectionName[]) {
			if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
		}
	},
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
