/** Fetches MediaWiki 1.43 LTS as Debian 13 packages it and unpacks it into a folder of ours; the system is not touched. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from '../lock.mjs';
import { has, run } from './command.ts';
import { cache } from './folders.ts';
import { missing, ready, type Outcome } from './outcome.ts';
import { say } from './progress.ts';

const suite = 'trixie';
const folder = join(cache, 'mediawiki-1.43');
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

/** Debian keeps what an administrator may change outside the program's folder; we want it all in one place. */
async function straighten(wiki: string): Promise<void> {
	for (const link of ['extensions', 'config', 'images', 'LocalSettings.php'])
		await rm(join(wiki, link), { force: true });
	await rename(join(wiki, 'extensions-core'), join(wiki, 'extensions'));
	await mkdir(join(wiki, 'images'));
}

async function fetchAndUnpack(uri: string): Promise<Outcome<string>> {
	const work = join(cache, `mediawiki-work-${process.pid}`);
	await rm(work, { recursive: true, force: true });
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
	say('Downloading MediaWiki 1.43 (53 MB) ...');
	for (const args of [
		[...options, '-q', 'update'],
		[...options, '-q', 'download', 'mediawiki', 'mediawiki-classes'],
	]) {
		const done = await run('apt-get', args, { cwd: debs });
		if (done.code !== 0) {
			await rm(work, { recursive: true, force: true });
			return missing(`MediaWiki could not be downloaded (the network is needed the first time): ${done.stderr.trim()}`);
		}
	}
	say('Unpacking MediaWiki ...');
	for (const deb of await readdir(debs)) {
		const done = await run('dpkg', ['-x', join(debs, deb), join(work, 'x')]);
		if (done.code !== 0) return missing(`${deb} could not be unpacked: ${done.stderr.trim()}`);
	}
	const wiki = join(work, 'x', 'usr', 'share', 'mediawiki');
	await straighten(wiki);
	await rm(folder, { recursive: true, force: true });
	await rename(wiki, folder);
	await rm(work, { recursive: true, force: true });
	return ready(folder);
}

/** The folder with MediaWiki's code, fetched when it is not there yet. */
export async function mediawiki(): Promise<Outcome<string>> {
	// The folder appears by one rename, so that when it is there it is whole.
	if (existsSync(folder)) return ready(folder);
	if (!(await has('apt-get')) || !(await has('dpkg')))
		return missing('MediaWiki: this machine has no apt-get and dpkg to fetch Debian’s mediawiki package with.');
	const release = await lock(join(cache, 'mediawiki.lock'), (holder) =>
		say(`Waiting for process ${holder}, which is fetching MediaWiki ...`),
	);
	try {
		if (existsSync(folder)) return ready(folder);
		const uri = await archive();
		if (!uri) return missing('MediaWiki: apt knows no archive with a component main on this machine.');
		return await fetchAndUnpack(uri);
	} finally {
		release();
	}
}
