/** The steps that make and change the tables, in order, the same on SQLite and PostgreSQL. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { duty } from './migrations/duty.ts';
import { exact } from './migrations/exact.ts';
import { follow } from './migrations/follow.ts';
import { hearing } from './migrations/hearing.ts';
import { log } from './migrations/log.ts';
import { recovery } from './migrations/recovery.ts';
import { retention } from './migrations/retention.ts';
import { snapshots } from './migrations/snapshots.ts';
import { standing } from './migrations/standing.ts';
import { start } from './migrations/start.ts';
import { steps as lastSteps } from './migrations/steps.ts';
import { uploadTables } from './migrations/upload.ts';
import { withheld } from './migrations/withheld.ts';
import type { StoreKind } from './open.ts';
import type { Tables } from './schema.ts';

/** By name, taken in its order; what was released is never changed. */
const steps = {
	'001-start': start,
	'002-follow': follow,
	'003-standing': standing,
	'004-upload': uploadTables,
	'005-steps': lastSteps,
	'006-log': log,
	'007-hearing': hearing,
	'008-retention': retention,
	'009-duty': duty,
	'010-recovery': recovery,
	'011-snapshots': snapshots,
	'012-withheld': withheld,
	'013-exact': exact,
};

/** Brings the tables up to date; answers the names of the steps that were taken. Throws when one fails. */
export async function migrate(db: Kysely<Tables>, kind: StoreKind): Promise<string[]> {
	const migrations = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step(kind)]));
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
	const { error, results } = await migrator.migrateToLatest();
	if (error !== undefined) throw error;
	return (results ?? []).map((result) => result.migrationName);
}
