/** What recovery by two holders needs: what was asked for, the shares passed on, and each use. */
import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from '../open.ts';
import { bytesOf } from './bytes.ts';

export function recovery(kind: StoreKind): Migration {
	const bytes = bytesOf(kind);
	return {
		async up(db: Kysely<unknown>) {
			async function create(
				name: string,
				columns: Record<string, 'text' | 'bigint' | 'bytes'>,
				...key: [string, ...string[]]
			): Promise<void> {
				let made: CreateTableBuilder<string, string> = db.schema.createTable(name);
				for (const [column, type] of Object.entries(columns)) {
					made = made.addColumn(column, type === 'bytes' ? bytes : type, (one) => one.notNull());
				}
				await made.addPrimaryKeyConstraint(`${name}_pk`, key).execute();
			}
			// Of no report: what was opened stays written down when the report goes.
			const asked = {
				id: 'text',
				wiki: 'text',
				at: 'bigint',
				scope: 'text',
				asked_by: 'text',
				reason: 'bytes',
			} as const;
			await create('recovery', asked, 'id');
			await create('recovery_pass', { recovery: 'text', key: 'text', box: 'bytes' }, 'recovery', 'key');
			const use = { recovery: 'text', report: 'text', at: 'bigint', used_by: 'text' } as const;
			await create('recovery_use', use, 'recovery', 'report');
		},
	};
}
