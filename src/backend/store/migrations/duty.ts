/** What somebody was told of, and when; never whom. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function duty(): Migration {
	return {
		async up(db: Kysely<unknown>) {
			await db.schema
				.createTable('duty_alert')
				.addColumn('report', 'text', (column) => column.notNull().references('report.id').onDelete('cascade'))
				.addColumn('reason', 'text', (column) => column.notNull())
				.addColumn('stage', 'integer', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('held', 'bigint', (column) => column.notNull())
				.addColumn('tries', 'integer', (column) => column.notNull())
				.addPrimaryKeyConstraint('duty_alert_pk', ['report', 'reason', 'stage'])
				.execute();
			await db.schema.createIndex('duty_alert_at').on('duty_alert').column('at').execute();
		},
	};
}
