/** `wikihaven restore`: brings backups into an empty store. */
import { parseArgs } from 'node:util';
import { NotRestored, restoreBackup } from '../../backend/backup/restore.ts';
import { openStore, StoreInUse } from '../../backend/store/open.ts';
import { configHelp, configOf } from './backend-config.ts';

export const name = 'restore';
export const summary = 'Brings a backup into an empty store.';
export const help = `wikihaven restore FILE [--grants FILE] [--config FILE]

Brings what \`wikihaven backup\` wrote into the configured store, on which no service has run yet, and the short-lived backup behind it.
Without that one everything is there and nobody can read it. A backup of one kind of store goes into the other as well. It must
be of this version's tables. The backend must not run meanwhile. Cases that were erased after FILE was written come back as what nobody can open.

  --grants FILE   the short-lived backup
${configHelp}`;

function say(text: string): 1 {
	process.stderr.write(`restore: ${text}\n`);
	return 1;
}

export async function run(args: string[]): Promise<number> {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { config: text, grants: text },
	});
	const [file] = positionals;
	if (file === undefined) {
		process.stderr.write(help);
		return 2;
	}
	const config = configOf(values.config === undefined ? [] : ['--config', values.config]);
	if (!config) return 1;
	try {
		const store = openStore(config.store);
		try {
			await store.migrate();
			const rows = await restoreBackup(store, file, 'long');
			const grants = values.grants === undefined ? 0 : await restoreBackup(store, values.grants, 'grants');
			process.stdout.write(`${rows + grants} rows\n`);
			return 0;
		} finally {
			await store.close();
		}
	} catch (error) {
		if (error instanceof NotRestored) return say(error.message);
		if (error instanceof StoreInUse) return say('The backend is running and uses this store: stop it first.');
		if (error instanceof Error && 'code' in error) return say(`The file cannot be read to its end (${error.message}).`);
		throw error;
	}
}
