/** Installs Debian packages without a question, waiting for other users of apt, saying every few seconds how far it is. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { has, run, type Ran } from './command.ts';
import { missing, ready, type Outcome } from './outcome.ts';
import { say } from './progress.ts';

const options = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3', '-q', '-y', '--no-install-recommends'];

async function apt(...args: string[]): Promise<Ran> {
	let last = '';
	const beat = setInterval(() => last && say(`  ${last.slice(0, 100)}`), 5000);
	try {
		return await run('apt-get', [...options, ...args], {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
			onLine: (line) => (last = line),
		});
	} finally {
		clearInterval(beat);
	}
}

/** Debian's package would make and start a database for the whole machine; only the program is wanted. */
async function keepPostgresQuiet(): Promise<void> {
	const folder = '/etc/postgresql-common/createcluster.d';
	if (existsSync('/etc/postgresql-common/createcluster.conf')) return;
	await mkdir(folder, { recursive: true });
	await writeFile(`${folder}/wikihaven.conf`, 'create_main_cluster = false\n');
}

/** Installs packages; says what to type where this process may not. */
export async function aptInstall(packages: readonly string[]): Promise<Outcome<null>> {
	const list = packages.join(' ');
	if (!(await has('apt-get'))) return missing(`there is no apt-get here; install the equivalent of: ${list}`);
	if (process.getuid?.() !== 0) return missing(`run this as root, or type: sudo apt-get install ${list}`);
	if (packages.includes('postgresql')) await keepPostgresQuiet();
	say(`Installing ${list} ...`);
	let done = await apt('install', ...packages);
	if (done.code !== 0) {
		// Package lists are absent in fresh images and name files that are gone in old ones.
		say('Updating the package lists ...');
		await apt('update');
		done = await apt('install', ...packages);
	}
	if (done.code === 0) return ready(null);
	const why = done.stderr.trim().split('\n').slice(-3).join(' ');
	return missing(`apt-get install ${list} failed (is the network there?): ${why}`);
}
