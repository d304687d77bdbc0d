/** The README is kept true where a machine can tell: its commands, paths, configuration and picture exist and work. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { WikiConfigSchema } from '../../src/contract/config.ts';
import { routes } from '../../src/contract/routes.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

test('every npm script it names exists', () => {
	const named = [...readme.matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test))/g)].map(
		([, run, own]) => run ?? own ?? '',
	);
	expect(named.length).toBeGreaterThan(8);
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every verb of the command line it names answers --help', () => {
	const verbs = new Set([...readme.matchAll(/npm run -s wikihaven -- (\w+)/g)].map(([, verb]) => verb ?? ''));
	expect(verbs.size).toBeGreaterThanOrEqual(4);
	for (const verb of verbs) {
		const said = execFileSync(process.execPath, [join(root, 'src/host/cli/main.ts'), verb, '--help'], {
			encoding: 'utf8',
		});
		expect(said).toContain(`wikihaven ${verb}`);
	}
});

test('every folder of the repository it names exists', () => {
	const named = [...readme.matchAll(/`((?:src|test|gadget|build)(?:\/[\w./-]+)?)`/g)].map(([, path]) => path ?? '');
	expect(named.length).toBeGreaterThan(10);
	expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	expect(existsSync(join(root, 'README.png'))).toBe(true);
});

test('its configuration page is a valid one', () => {
	const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
	expect(v.safeParse(WikiConfigSchema, JSON.parse(json)).success).toBe(true);
});

test('the addresses of the backend it names exist', () => {
	expect(readme).toContain(routes.about.path);
	const paths = new Set(Object.values(routes).map(({ path }) => path as string));
	for (const [, path = ''] of readme.matchAll(/`(\/v1\/\w+)`/g)) expect(paths.has(path)).toBe(true);
});
