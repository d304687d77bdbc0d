/** `wikihaven migrate`: brings the store's tables up to date without serving. */
import { openStore, StoreInUse } from '../../backend/store/open.ts';
import { configHelp, configOf } from './backend-config.ts';

export const name = 'migrate';
export const summary = "Brings the store's tables up to date.";
export const help = `wikihaven migrate [--config FILE]

Brings the tables of the configured store up to date and prints the steps taken. \`serve\` does the same when it starts; this
is for looking at it first, or for many processes over one PostgreSQL.

${configHelp}`;

export async function run(args: string[]): Promise<number> {
	const config = configOf(args);
	if (!config) return 1;
	try {
		const store = openStore(config.store);
		try {
			const steps = await store.migrate();
			process.stdout.write(steps.length > 0 ? steps.map((step) => `${step}\n`).join('') : 'Nothing to do.\n');
		} finally {
			await store.close();
		}
		return 0;
	} catch (error) {
		if (!(error instanceof StoreInUse)) throw error;
		process.stderr.write('The backend is running and uses this store: it was brought up to date when it started.\n');
		return 1;
	}
}
