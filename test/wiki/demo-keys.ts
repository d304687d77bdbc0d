/** The demo's handlers have published their keys already; the secret halves are files that the panel and `age` take. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { openBackup } from '../../src/panel/sealing/backup.ts';
import { people } from './seeds/people.ts';
import { publishHandlerKey } from './stack.ts';
import type { Wiki } from './start.ts';

async function isPublished(wiki: Wiki, name: string, file: string): Promise<boolean> {
	if (!existsSync(file)) return false;
	const secret = await openBackup(readFileSync(file, 'utf8'), '');
	if (!secret.ok) return false;
	const reader = await wiki.apiAs('Admin');
	const title = encodeURIComponent(`User:${name}/Wikihaven.json`);
	const page = await (await reader.fetch(`/w/index.php?title=${title}&action=raw`)).text();
	return page.includes((await handlerKeysOf(secret.value)).public.age);
}

/** Makes and publishes the keys that are not there yet; gives the file of each handler. */
export async function demoHandlerKeys(wiki: Wiki, folder: string): Promise<Record<string, string>> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const files: Record<string, string> = {};
	for (const { name } of people.filter((person) => person.handles)) {
		const file = join(folder, `${name}.age`);
		if (!(await isPublished(wiki, name, file)))
			writeFileSync(file, `${await publishHandlerKey(wiki, name)}\n`, { mode: 0o600 });
		files[name] = file;
	}
	return files;
}
