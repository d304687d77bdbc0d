/** What erasing a case needs: when it was, and who asked for it. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function retention(): Migration {
	return {
		async up(db: Kysely<unknown>) {
			await db.schema.alterTable('report').addColumn('erased_at', 'bigint').execute();
			await db.schema.alterTable('report').addColumn('erase_by', 'text').execute();
		},
	};
}
