/** MediaWiki 1.43 LTS as Debian 13 packages it, in a folder of ours. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unpacked } from './debs.ts';
import { missing, type Outcome } from './outcome.ts';

/** Debian keeps what an administrator may change outside the program's folder; we want it all in one place. */
async function straighten(files: string): Promise<string> {
	const wiki = join(files, 'usr', 'share', 'mediawiki');
	for (const link of ['extensions', 'config', 'images', 'LocalSettings.php'])
		await rm(join(wiki, link), { force: true });
	await rename(join(wiki, 'extensions-core'), join(wiki, 'extensions'));
	await mkdir(join(wiki, 'images'));
	return wiki;
}

/** The folder with MediaWiki's code, fetched (53 MB) when it is not there yet. */
export async function mediawiki(): Promise<Outcome<string>> {
	const got = await unpacked('mediawiki-1.43', 'trixie', ['mediawiki', 'mediawiki-classes'], straighten);
	return got.ok ? got : missing(`MediaWiki: ${got.missing}`);
}
