/** Makes a seeded wiki once and keeps its data, so that every later wiki and every reset is a copy of small files. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from '../../build/lock.mjs';
import { cache } from '../../build/setup/folders.ts';
import { say } from '../../build/setup/progress.ts';
import { freePort } from '../../build/setup/ports.ts';
import { install, type WikiPlace } from './php.ts';
import { seed, type SeedName } from './seeds/index.ts';
import { password } from './seeds/people.ts';
import { serve } from './server.ts';

const store = join(cache, 'wikis');
const kept = ['data', 'images', 'mail'];

/** What a seeded wiki is made from: when any of it changes, a new snapshot is made. */
async function fingerprint(): Promise<string> {
	const hash = createHash('sha256');
	const parts = globSync('{php/*,seeds/*,php.ts,person.ts}', { cwd: import.meta.dirname });
	for (const part of parts.sort()) hash.update(part).update(await readFile(join(import.meta.dirname, part)));
	return hash.digest('hex').slice(0, 12);
}

/** The database bears the port in its name in a running wiki, and none in a snapshot. The wiki must not be running. */
export async function renameDatabase(folder: string, port: number | ''): Promise<void> {
	const data = join(folder, 'data');
	for (const name of await readdir(data)) {
		const match = /^haven\d*\.sqlite(.*)$/.exec(name);
		if (match) await rename(join(data, name), join(data, `haven${port}.sqlite${match[1]}`));
	}
}

/** Puts into a folder what is not data: the document root, made anew since the repository may have moved, and the secret. */
export async function furnish(place: WikiPlace): Promise<void> {
	const root = join(place.folder, 'root');
	await rm(root, { recursive: true, force: true });
	for (const name of [...kept, 'root']) await mkdir(join(place.folder, name), { recursive: true });
	await symlink(place.code, join(root, 'w'));
	await symlink(join(place.folder, 'images'), join(root, 'images'));
	const secret = join(place.folder, 'secret');
	if (!existsSync(secret)) await writeFile(secret, randomBytes(32).toString('hex'), { mode: 0o600 });
}

/** Snapshots of other versions go after a day: until then a test that runs now may still reset from one. */
async function forgetOld(seeds: SeedName): Promise<void> {
	for (const name of await readdir(store)) {
		const made = (await stat(join(store, name))).mtimeMs;
		if (name.startsWith(`${seeds}-`) && Date.now() - made > 86_400_000)
			await rm(join(store, name), { recursive: true, force: true });
	}
}

/** The folder of the snapshot with these seeds, made when it is not there (some 30 seconds). */
export async function snapshot(code: string, seeds: SeedName): Promise<string> {
	const folder = join(store, `${seeds}-${await fingerprint()}`);
	if (existsSync(folder)) return folder;
	const release = await lock(join(cache, `wiki-${seeds}.lock`), (holder) =>
		say(`Waiting for process ${holder}, which is making the ${seeds} wiki ...`),
	);
	try {
		if (existsSync(folder)) return folder;
		const place = { code, folder: join(store, `making-${seeds}`), port: await freePort() };
		await rm(place.folder, { recursive: true, force: true });
		await furnish(place);
		say(`Installing the ${seeds} wiki ...`);
		await install(place, password);
		await renameDatabase(place.folder, place.port);
		const stop = await serve(place);
		try {
			await seed(seeds, place, say);
		} finally {
			await stop();
		}
		await renameDatabase(place.folder, '');
		for (const name of await readdir(place.folder))
			if (!kept.includes(name)) await rm(join(place.folder, name), { recursive: true });
		// What the seeding has sent is of no interest to a test that looks at the mail.
		for (const name of await readdir(join(place.folder, 'mail'))) await rm(join(place.folder, 'mail', name));
		await rename(place.folder, folder);
		await forgetOld(seeds);
		return folder;
	} finally {
		release();
	}
}

/** Puts the data of a snapshot into the place of a wiki that is not running, replacing what is there. */
export async function restore(from: string, place: WikiPlace): Promise<void> {
	for (const name of kept) {
		await rm(join(place.folder, name), { recursive: true, force: true });
		await cp(join(from, name), join(place.folder, name), { recursive: true });
	}
	await renameDatabase(place.folder, place.port);
	await writeFile(join(place.folder, 'made-from'), from);
}
