/** Fetches packages of a named Debian release and unpacks them into a folder of ours; the system is not touched. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from '../lock.mjs';
import { has, run } from './command.ts';
import { cache } from './folders.ts';
import { missing, ready, type Outcome } from './outcome.ts';
import { say } from './progress.ts';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** The archive this machine already uses for its own packages: no address of an archive stands in this repository. */
async function archive(): Promise<string | undefined> {
	const format = '$(RELEASE)|$(REPO_URI)|$(COMPONENT)';
	const { stdout } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
	const rows = stdout.split('\n').map((line) => line.split('|'));
	const main = rows.filter(
		([release, , component]) => component === 'main' && !/security|updates|backports/.test(release ?? ''),
	);
	return (main.find(([, uri]) => /debian/.test(uri ?? '')) ?? main[0])?.[1];
}

async function fetchInto(work: string, suite: string, packages: readonly string[]): Promise<Outcome<string>> {
	const uri = await archive();
	if (!uri) return missing('apt knows no archive with a component main on this machine.');
	for (const path of ['lists/partial', 'cache/archives/partial', 'debs'])
		await mkdir(join(work, path), { recursive: true });
	const signed = existsSync(keyring) ? `[signed-by=${keyring}] ` : '';
	await writeFile(join(work, 'sources.list'), `deb ${signed}${uri} ${suite} main\n`);
	const options = [
		`Dir::Etc::sourcelist=${join(work, 'sources.list')}`,
		'Dir::Etc::sourceparts=/dev/null',
		`Dir::State::lists=${join(work, 'lists')}`,
		`Dir::Cache=${join(work, 'cache')}`,
		'APT::Sandbox::User=root',
		'Acquire::Retries=3',
		'DPkg::Lock::Timeout=600',
	].flatMap((option) => ['-o', option]);
	const debs = join(work, 'debs');
	for (const args of [['update'], ['download', ...packages]]) {
		const done = await run('apt-get', [...options, '-q', ...args], { cwd: debs });
		if (done.code !== 0)
			return missing(
				`the packages could not be downloaded (the network is needed the first time): ${done.stderr.trim()}`,
			);
	}
	const files = join(work, 'files');
	for (const deb of await readdir(debs)) {
		const done = await run('dpkg', ['-x', join(debs, deb), files]);
		if (done.code !== 0) return missing(`${deb} could not be unpacked: ${done.stderr.trim()}`);
	}
	return ready(files);
}

/**
 * The folder `.cache/<name>` with the files of `packages` from the release `suite`, fetched when it is not there yet.
 * `arrange` puts the unpacked files right and gives the folder among them that is to be kept.
 */
export async function unpacked(
	name: string,
	suite: string,
	packages: readonly string[],
	arrange: (files: string) => Promise<string> = (files) => Promise.resolve(files),
): Promise<Outcome<string>> {
	const folder = join(cache, name);
	if (existsSync(folder)) return ready(folder);
	if (!(await has('apt-get')) || !(await has('dpkg'))) return missing('this machine has no apt-get and dpkg.');
	const release = await lock(join(cache, `${name}.lock`), (holder) =>
		say(`Waiting for process ${holder}, which is fetching ${name} ...`),
	);
	const work = join(cache, `${name}-work-${process.pid}`);
	try {
		if (existsSync(folder)) return ready(folder);
		say(`Fetching ${name} ...`);
		await rm(work, { recursive: true, force: true });
		const files = await fetchInto(work, suite, packages);
		// The folder appears by one rename, so that when it is there it is whole.
		if (files.ok) await rename(await arrange(files.value), folder);
		return files.ok ? ready(folder) : files;
	} finally {
		await rm(work, { recursive: true, force: true });
		release();
	}
}
