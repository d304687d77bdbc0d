/** The hash of a report out of which handlers took what the wiki suppressed. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function withheld(): Migration {
	return {
		async up(db: Kysely<unknown>) {
			await db.schema.alterTable('report').addColumn('remainder_hash', 'text').execute();
		},
	};
}
