/** What hearing the person reported needs: a channel with messages of its own, and when a decision was contested. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

export function hearing(kind: StoreKind): Migration {
	return {
		async up(db: Kysely<unknown>) {
			await db.schema.alterTable('report').addColumn('contested_at', 'bigint').execute();
			await db.schema
				.createTable('hearing')
				.addColumn('id', 'text', (column) => column.primaryKey())
				.addColumn('report', 'text', (column) => column.notNull().references('report.id').onDelete('cascade'))
				.addColumn('wiki', 'text', (column) => column.notNull())
				.addColumn('capability', 'text', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('over_at', 'bigint')
				.addColumn('reasons_at', 'bigint')
				.addColumn('contested_at', 'bigint')
				.execute();
			await db.schema.createIndex('hearing_report').on('hearing').columns(['report']).execute();
			await db.schema
				.createTable('hearing_message')
				.addColumn('hearing', 'text', (column) => column.notNull().references('hearing.id').onDelete('cascade'))
				.addColumn('id', 'text', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('sender', 'text', (column) => column.notNull())
				.addColumn('kind', 'text', (column) => column.notNull())
				.addColumn('sealed', bytesOf(kind), (column) => column.notNull())
				.addPrimaryKeyConstraint('hearing_message_pk', ['hearing', 'id'])
				.execute();
		},
	};
}
