/** The verbs of `wikihaven` on the command line; to add one, write its file and name it here. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** A verb: `run` gets the arguments behind its name and answers the exit code. */
export interface Verb {
	name: string;
	summary: string;
	help: string;
	run(args: string[]): Promise<number>;
}

const verbs: Record<string, () => Promise<Verb>> = {
	serve: () => import('./serve.ts'),
	migrate: () => import('./migrate.ts'),
	backup: () => import('./backup.ts'),
	restore: () => import('./restore.ts'),
	config: () => import('./config.ts'),
	key: () => import('./key.ts'),
	recovery: () => import('./recovery.ts'),
	receipt: () => import('./receipt.ts'),
	comments: () => import('./comments.ts'),
	hash: () => import('./hash.ts'),
	match: () => import('./match.ts'),
	timeline: () => import('./timeline.ts'),
	lists: () => import('./lists.ts'),
	log: () => import('./log.ts'),
	duty: () => import('./duty.ts'),
};

async function overview(): Promise<string> {
	const all = await Promise.all(Object.values(verbs).map((load) => load()));
	const lines = all.map((verb) => `  ${verb.name.padEnd(12)}${verb.summary}`);
	return `wikihaven VERB [OPTIONS]\n\n${lines.join('\n')}\n\nwikihaven VERB --help tells more.\n`;
}

/** Runs one command line; answers the exit code (2 = the command line is wrong). */
export async function main(args: string[]): Promise<number> {
	const [word, ...rest] = args;
	if (word === undefined || word === '--help' || word === 'help') {
		process.stdout.write(await overview());
		return 0;
	}
	const load = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
	if (!load) {
		process.stderr.write(`There is no verb "${word}".\n\n${await overview()}`);
		return 2;
	}
	const verb = await load();
	if (rest.includes('--help')) {
		process.stdout.write(verb.help);
		return 0;
	}
	try {
		return await verb.run(rest);
	} catch (error) {
		const wrong = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
		if (!wrong) throw error;
		process.stderr.write(`${verb.name}: ${error.message}\n`);
		return 2;
	}
}

if (import.meta.main) {
	// Most of the time of a short command goes into compiling; kept inside this installation, where nobody else writes.
	enableCompileCache(join(import.meta.dirname, '../../../.cache/compiled'));
	// Whoever reads the output may stop early, as `head` does.
	process.stdout.on('error', (error) => {
		if ('code' in error && error.code === 'EPIPE') process.exit(0);
		process.stderr.write(`wikihaven: ${error.message}\n`);
		process.exit(1);
	});
	process.exitCode = await main(process.argv.slice(2));
}
