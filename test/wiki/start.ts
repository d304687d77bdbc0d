/** Starts a real MediaWiki 1.43 with seeded people and pages in a folder of its own, on a port of its own. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediawiki } from '../../build/setup/mediawiki.ts';
import { Person } from './person.ts';
import { maintain } from './php.ts';
import type { SeedName } from './seeds/index.ts';
import { makeAccounts, password } from './seeds/people.ts';
import { serve } from './server.ts';
import { furnish, renameDatabase, restore, snapshot } from './snapshot.ts';

export interface WikiOptions {
	port: number;
	/** Where its data lives. A wiki that was made there before is started again as it was left. */
	folder: string;
	/** `people`: accounts only (default). `demo`: talk pages, pictures and the rest of the demo besides. */
	seeds?: SeedName;
	/** PHP lines added to its settings, for example `$wgCSPHeader = true;`. */
	settings?: string;
}

export interface Mail {
	to: string[];
	from: string;
	subject: string;
	body: string;
}

export interface Wiki {
	/** The origin, for example http://127.0.0.1:8080. Pages are at /wiki/TITLE, scripts at /w/. */
	base: string;
	api: string;
	folder: string;
	/** A session logged in as one of the seeded people; without a name, nobody's. */
	apiAs(name?: string): Promise<Person>;
	edit(name: string, title: string, text: string, summary?: string): Promise<number>;
	/** Makes an account (password as the seeded ones) with a confirmed mail address. */
	createUser(name: string, groups?: readonly string[]): Promise<void>;
	/** Runs a maintenance script of MediaWiki. */
	maintain(script: string, args: readonly string[], input?: string): Promise<string>;
	/** The mails the wiki has sent, oldest first. */
	mails(): Promise<Mail[]>;
	/** Puts everything back to the seeds and starts the server again (below a second). */
	reset(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts the wiki; throws with what is missing where MediaWiki or PHP cannot be had. */
export async function startWiki(options: WikiOptions): Promise<Wiki> {
	const code = await mediawiki();
	if (!code.ok) throw new Error(code.missing);
	const place = { code: code.value, folder: options.folder, port: options.port };
	// Asked for when it is needed only: a wiki that is kept starts without one.
	const clean = (): Promise<string> => snapshot(place.code, options.seeds ?? 'people');
	// The note is written last: without it a folder is the rest of a start that did not come to its end.
	if (existsSync(join(place.folder, 'made-from'))) await renameDatabase(place.folder, place.port);
	else {
		await rm(place.folder, { recursive: true, force: true });
		await restore(await clean(), place);
	}
	await furnish(place);
	await writeFile(join(place.folder, 'extra.php'), `<?php\n${options.settings ?? ''}\n`);
	let stop = await serve(place);
	const base = `http://127.0.0.1:${place.port}`;
	const people = new Map<string, Person>();

	const apiAs = async (name = ''): Promise<Person> => {
		const known = people.get(name);
		if (known) return known;
		const person = new Person(base, name);
		if (name) await person.login(name, password);
		people.set(name, person);
		return person;
	};
	return {
		base,
		api: `${base}/w/api.php`,
		folder: place.folder,
		apiAs,
		edit: async (name, title, text, summary) => (await apiAs(name)).edit(title, text, summary),
		createUser: (name, groups = []) => makeAccounts(place, [{ name, groups }]),
		maintain: (script, args, input) => maintain(place, script, args, input),
		mails: async () => {
			const names = (await readdir(join(place.folder, 'mail'))).sort();
			return Promise.all(
				names.map(async (name) => JSON.parse(await readFile(join(place.folder, 'mail', name), 'utf8')) as Mail),
			);
		},
		reset: async () => {
			const from = await clean();
			await stop();
			people.clear();
			await restore(from, place);
			stop = await serve(place);
		},
		stop: () => stop(),
	};
}
