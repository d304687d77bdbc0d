/** What a step that is asked for again is known by: where the last one led from, and whose it was. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function steps(): Migration {
	return {
		async up(db: Kysely<unknown>) {
			// One column a statement: SQLite knows no other way.
			for (const text of ['moved_from', 'moved_by']) {
				await db.schema.alterTable('report').addColumn(text, 'text').execute();
			}
		},
	};
}
