/** What a case's log needs: its events, who is present, and where each log ends. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { firstPrevious } from '../../../contract/case-event.ts';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

/** Reports of before have no log: theirs begins with the next thing that happens. */
export function log(kind: StoreKind): Migration {
	return {
		async up(db: Kysely<unknown>) {
			// One column a statement: SQLite knows no other way.
			const report = db.schema.alterTable('report');
			for (const number of ['version', 'changed']) {
				await report.addColumn(number, 'bigint', (column) => column.notNull().defaultTo(0)).execute();
			}
			await report.addColumn('head', 'text', (column) => column.notNull().defaultTo(firstPrevious)).execute();
			for (const time of ['lease_until', 'snoozed']) await report.addColumn(time, 'bigint').execute();
			for (const text of ['assigned', 'lease_key', 'severity', 'in_group', 'hold', 'hold_by']) {
				await report.addColumn(text, 'text').execute();
			}
			await (db as Kysely<{ report: { since: number; changed: number } }>)
				.updateTable('report')
				.set(({ ref }) => ({ changed: ref('since') }))
				.execute();
			await db.schema.createIndex('report_changed').on('report').columns(['changed']).execute();
			await db.schema.createIndex('report_group').on('report').columns(['in_group']).execute();
			await db.schema.alterTable('report_grant').addColumn('desk', bytesOf(kind)).execute();
			// Without a reference to the report: a log stays when what it is about is erased.
			await db.schema
				.createTable('case_event')
				.addColumn('report', 'text', (column) => column.notNull())
				.addColumn('seq', 'bigint', (column) => column.notNull())
				.addColumn('kind', 'text', (column) => column.notNull())
				.addColumn('at', 'bigint', (column) => column.notNull())
				.addColumn('hash', 'text', (column) => column.notNull())
				.addColumn('event', 'text', (column) => column.notNull())
				.addColumn('sealed', bytesOf(kind))
				.addPrimaryKeyConstraint('case_event_pk', ['report', 'seq'])
				.execute();
			await db.schema
				.createTable('case_presence')
				.addColumn('report', 'text', (column) => column.notNull())
				.addColumn('who', 'text', (column) => column.notNull())
				.addColumn('key', 'text', (column) => column.notNull())
				.addColumn('until', 'bigint', (column) => column.notNull())
				.addPrimaryKeyConstraint('case_presence_pk', ['report', 'who'])
				.execute();
		},
	};
}
