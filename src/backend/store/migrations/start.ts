/** The first tables. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

/** Reports with their grants, sessions, sign-ins, receipt keys. */
export function start(kind: StoreKind): Migration {
	const bytes = bytesOf(kind);
	return {
		async up(db: Kysely<unknown>) {
			await db.schema
				.createTable('report')
				.addColumn('id', 'text', (column) => column.primaryKey())
				.addColumn('wiki', 'text', (column) => column.notNull())
				.addColumn('route', 'text', (column) => column.notNull())
				.addColumn('section', 'text', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('state', 'text', (column) => column.notNull())
				.addColumn('sealed', bytes, (column) => column.notNull())
				.addColumn('hash', 'text', (column) => column.notNull())
				.addColumn('capability', 'text', (column) => column.notNull())
				.addColumn('receipt_key', 'text', (column) => column.notNull())
				.addColumn('receipt_signature', 'text', (column) => column.notNull())
				.execute();
			await db.schema
				.createTable('report_grant')
				.addColumn('report', 'text', (column) => column.notNull().references('report.id').onDelete('cascade'))
				.addColumn('key', 'text', (column) => column.notNull())
				.addColumn('wiki', 'text', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('box', bytes, (column) => column.notNull())
				.addPrimaryKeyConstraint('report_grant_pk', ['report', 'key'])
				.execute();
			await db.schema
				.createIndex('report_grant_queue')
				.on('report_grant')
				.columns(['key', 'wiki', 'at', 'report'])
				.execute();
			await db.schema
				.createTable('session')
				.addColumn('token', 'text', (column) => column.primaryKey())
				.addColumn('wiki', 'text', (column) => column.notNull())
				.addColumn('person', bytes, (column) => column.notNull())
				.addColumn('until', 'bigint', (column) => column.notNull())
				.execute();
			await db.schema
				.createTable('sign_in')
				.addColumn('state', 'text', (column) => column.primaryKey())
				.addColumn('wiki', 'text', (column) => column.notNull())
				.addColumn('challenge', 'text', (column) => column.notNull())
				.addColumn('panel_origin', 'text', (column) => column.notNull())
				.addColumn('verifier', 'text', (column) => column.notNull())
				.addColumn('until', 'bigint', (column) => column.notNull())
				.addColumn('code', 'text', (column) => column.unique())
				.addColumn('person', bytes)
				.execute();
			await db.schema
				.createTable('receipt_key')
				.addColumn('id', 'text', (column) => column.primaryKey())
				.addColumn('key', 'text', (column) => column.notNull())
				.addColumn('since', 'bigint', (column) => column.notNull())
				.execute();
		},
	};
}
