/** Finds stored files by their exact hashes: a list's new entries are few, files are many. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function exact(): Migration {
	return {
		async up(db: Kysely<unknown>) {
			for (const column of ['sha1', 'md5', 'sha256']) {
				await db.schema.createIndex(`upload_file_${column}`).on('upload_file').column(column).execute();
			}
		},
	};
}
