/** Makes the tables of hash checking. */
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

/** Tables, each with its columns (a question mark where they may be null) and the columns of its key. */
const tables: readonly (readonly [name: string, columns: string, key: string])[] = [
	[
		'upload_list',
		'id text, stamp bigint, logged bigint, swept bigint, version bigint, settings text, state text, note text, page text?, since text?, counts text, at bigint',
		'id',
	],
	[
		'upload_entry',
		'list text, n bigint, kind text, value bytes, source text, label text, quality integer?, votes_for integer, votes_against integer, junk text?, removed bigint?',
		'list, n',
	],
	[
		'upload_log',
		'seq bigint, at bigint, list text, version bigint, root text, previous text, hash text, key text, signature text, salt bytes, settings text, from_stamp bigint, to_stamp bigint',
		'seq',
	],
	[
		'upload_file',
		'wiki text, title text, sha1 text, at bigint, tag text, state text, urgent integer, tries integer, due bigint, views bytes?, md5 bytes?, sha256 bytes?, n bigint?',
		'wiki, title, sha1',
	],
	['upload_position', 'wiki text, pass text, position text, at bigint', 'wiki, pass'],
	[
		'upload_submission',
		'tag text, wiki text, at bigint, state text, sha1 text?, md5 bytes?, sha256 bytes?, views bytes?',
		'tag',
	],
	[
		'upload_match',
		'id text, class text, wiki text, sha1 text, title text?, state text, at bigint, decided bigint?, tag text?, alerted integer',
		'id',
	],
	['upload_hit', 'match text, list text, n bigint, kind text, distance integer, view text', 'match, list, n'],
	['upload_act', 'id text, match text, at bigint, who text, act text, box bytes?', 'id'],
	['upload_preserved', 'match text, until bigint, sealed bytes, sha256 text', 'match'],
	['upload_report', 'match text, stage text, prepared_by text, mode text, number text?, at bigint', 'match'],
];

/** Tables and columns of their indexes; of a value that several sources have, one entry each. */
const indexes: readonly (readonly [table: string, columns: string, unique?: 'unique'])[] = [
	['upload_entry', 'kind, value, list, source', 'unique'],
	['upload_entry', 'list, source'],
	['upload_file', 'state, urgent, due'],
	['upload_file', 'wiki, sha1'],
	['upload_file', 'n'],
	['upload_submission', 'state, at'],
	['upload_match', 'class, wiki, sha1', 'unique'],
	['upload_match', 'class, state, at'],
	['upload_match', 'alerted'],
	['upload_act', 'match, at'],
	['upload_act', 'who, at'],
];

const words = (list: string): string[] => list.split(', ');

export function uploadTables(kind: StoreKind): Migration {
	const bytes = bytesOf(kind);
	return {
		async up(db: Kysely<unknown>) {
			for (const [name, columns, key] of tables) {
				let made: CreateTableBuilder<string> = db.schema.createTable(name);
				for (const column of words(columns)) {
					const [own = '', said = ''] = column.split(' ');
					const type = said.replace('?', '') as 'text' | 'integer' | 'bigint' | 'bytes';
					const isNullable = said.endsWith('?');
					made = made.addColumn(own, type === 'bytes' ? bytes : type, (one) => (isNullable ? one : one.notNull()));
				}
				await made.addPrimaryKeyConstraint(`${name}_pk`, words(key) as never[]).execute();
			}
			for (const [table, columns, unique] of indexes) {
				const name = `${table}_${words(columns).join('_')}`;
				const made = db.schema.createIndex(name).on(table).columns(words(columns));
				await (unique ? made.unique() : made).execute();
			}
			await db.schema
				.createIndex('upload_entry_removed')
				.on('upload_entry')
				.columns(['list', 'removed'])
				.where(sql.ref('removed'), 'is not', null)
				.execute();
		},
	};
}
