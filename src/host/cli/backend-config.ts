/** What the backend's verbs share: finding the configuration, and saying what is wrong with it. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BackendConfig } from '../../backend/config.ts';
import { loadConfig } from '../../backend/load-config.ts';

export const configHelp =
	'  --config FILE   the configuration; also WIKIHAVEN_CONFIG. Without a file the environment alone must do.\n';

/** The configuration named by `--config` or WIKIHAVEN_CONFIG; null after its errors were told on standard error. */
export function configOf(args: string[]): BackendConfig | null {
	const { values } = parseArgs({ args, options: { config: { type: 'string' } } });
	const loaded = loadConfig(values.config ?? process.env['WIKIHAVEN_CONFIG'] ?? null, process.env);
	if (loaded.ok) return loaded.config;
	process.stderr.write(`The configuration is not complete:\n${loaded.errors.map((line) => `  ${line}\n`).join('')}`);
	return null;
}

export function ownVersion(): string {
	const file = new URL('../../../package.json', import.meta.url);
	const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
	return version;
}
