/** What following a report needs: how it stands, the reporter's box, messages. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

/** Reports of before have no box for their reporter's other devices: they are followed with their capability alone. */
export function follow(kind: StoreKind): Migration {
	const bytes = bytesOf(kind);
	return {
		async up(db: Kysely<unknown>) {
			// One column a statement: SQLite knows no other way.
			const add = db.schema.alterTable('report');
			await add.addColumn('since', 'bigint', (column) => column.notNull().defaultTo(0)).execute();
			await add.addColumn('standing', 'text', (column) => column.notNull().defaultTo('work')).execute();
			await add.addColumn('follow', bytes).execute();
			for (const time of ['decided_at', 'appealed_at', 'reporter_wrote', 'handler_wrote']) {
				await add.addColumn(time, 'bigint').execute();
			}
			for (const text of ['decided_by', 'feedback']) await add.addColumn(text, 'text').execute();
			await (db as Kysely<{ report: { since: number; at: number } }>)
				.updateTable('report')
				.set(({ ref }) => ({ since: ref('at') }))
				.execute();
			await db.schema.createIndex('report_state').on('report').columns(['state', 'wiki', 'since']).execute();
			await db.schema
				.createTable('report_message')
				.addColumn('report', 'text', (column) => column.notNull().references('report.id').onDelete('cascade'))
				.addColumn('id', 'text', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('sender', 'text', (column) => column.notNull())
				.addColumn('kind', 'text', (column) => column.notNull())
				.addColumn('sealed', bytes, (column) => column.notNull())
				.addPrimaryKeyConstraint('report_message_pk', ['report', 'id'])
				.execute();
		},
	};
}
