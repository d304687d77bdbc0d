/** What standing and pseudonyms need: tokens, findings of bad faith, sealed identities and the log of their openings. */
import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

type Type = 'text' | 'bigint' | 'bytes' | 'of a report';

export function standing(kind: StoreKind): Migration {
	const bytes = bytesOf(kind);
	return {
		async up(db: Kysely<unknown>) {
			async function create(name: string, columns: Record<string, Type>, ...key: [string, ...string[]]): Promise<void> {
				let made: CreateTableBuilder<string, string> = db.schema.createTable(name);
				for (const [column, type] of Object.entries(columns)) {
					made =
						type === 'of a report'
							? made.addColumn(column, 'text', (one) => one.notNull().references('report.id').onDelete('cascade'))
							: made.addColumn(column, type === 'bytes' ? bytes : type, (one) => one.notNull());
				}
				await made.addPrimaryKeyConstraint(`${name}_pk`, key).execute();
			}
			await create('token_count', { account: 'text', day: 'bigint', count: 'bigint' }, 'account', 'day');
			await create('spent_token', { token: 'text', term: 'bigint' }, 'token');
			const finding = { matter: 'text', finder: 'text', finding: 'text', subject: 'text' } as const;
			await create('finding', finding, 'matter', 'finder');
			await create('slowing', { id: 'text', account: 'text', until: 'bigint' }, 'id');
			await db.schema.createIndex('slowing_account').on('slowing').columns(['account', 'until']).execute();
			await create('identity', { report: 'of a report', sealed: 'bytes' }, 'report');
			await create('identity_share', { report: 'of a report', key: 'text', box: 'bytes' }, 'report', 'key');
			await db.schema.createIndex('identity_share_key').on('identity_share').column('key').execute();
			// Of no report: the log of openings stays when a report goes.
			const opening = { id: 'text', report: 'text', at: 'bigint', asked_by: 'text', reason: 'bytes' } as const;
			await create('opening', opening, 'id');
			const approval = { opening: 'text', at: 'bigint', approved_by: 'text', box: 'bytes' } as const;
			await create('opening_approval', approval, 'opening');
		},
	};
}
