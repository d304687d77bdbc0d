/** Daily snapshots of where the cases' logs end, each holding on to the one before. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function snapshots(): Migration {
	return {
		async up(db: Kysely<unknown>) {
			await db.schema
				.createTable('head_snapshot')
				.addColumn('n', 'bigint', (column) => column.primaryKey().notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('previous', 'text', (column) => column.notNull())
				.addColumn('hash', 'text', (column) => column.notNull())
				.addColumn('heads', 'text', (column) => column.notNull())
				.execute();
		},
	};
}
