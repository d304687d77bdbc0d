/** `wikihaven backup` and `wikihaven restore`: two files, one to keep and one for days, so that what is erased is gone. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BackupKind } from '../../backend/backup/plan.ts';
import { writeBackup } from '../../backend/backup/write.ts';
import { configHelp, configOf } from './backend-config.ts';

export const name = 'backup';
export const summary = 'Writes a backup in which nothing opens a report, or the short-lived one that does.';
export const help = `wikihaven backup --to DIR [--grants [--keep-days N]] [--config FILE]

Writes a backup of the configured store while it is in use, on SQLite and PostgreSQL alike, and prints the file's name.

Without --grants: everything that is sealed, and nothing that opens it. Keep it as long as you like: of a case that was
erased it shows no word to anybody, not to its handlers either, as soon as the grants are gone.
With --grants: what opens reports (sealed to their handlers all the same), and what hash checking keeps. Older ones in DIR
are deleted after N days, 7 unless told: so long after its erasing a case could still be brought back. Keep no copies of it
elsewhere for longer.

The folder of keys ("keyFolder" in the configuration) is not in it: copy that by itself. \`wikihaven restore\` brings both back.

  --to DIR         the folder, made where it is missing
  --grants         the short-lived one
  --keep-days N    how long it is kept
${configHelp}`;

const day = 24 * 3_600_000;
const nameOf = (kind: BackupKind, at: string): string => `haven-${kind}-${at.replaceAll(':', '')}.jsonl.gz`;

/** Those of this kind alone, by the time in their name, which a copy does not change. */
function dropOld(folder: string, before: string): void {
	for (const file of readdirSync(folder)) {
		if (/^haven-grants-.*\.jsonl\.gz$/.test(file) && file < nameOf('grants', before)) rmSync(join(folder, file));
	}
}

export async function run(args: string[]): Promise<number> {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args,
		options: { config: text, to: text, grants: { type: 'boolean' }, 'keep-days': text },
	});
	const days = Number(values['keep-days'] ?? 7);
	if (values.to === undefined || !(days >= 1)) {
		process.stderr.write(help);
		return 2;
	}
	const config = configOf(values.config === undefined ? [] : ['--config', values.config]);
	if (!config) return 1;
	const kind = values.grants ? 'grants' : 'long';
	const now = Date.now();
	mkdirSync(values.to, { recursive: true, mode: 0o700 });
	const file = join(values.to, nameOf(kind, new Date(now).toISOString()));
	await writeBackup(config.store, kind, file, now);
	if (kind === 'grants') dropOld(values.to, new Date(now - days * day).toISOString());
	process.stdout.write(`${file}\n`);
	return 0;
}
