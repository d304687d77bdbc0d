/** The backend's verbs as an operator types them: from an example to a running service, with a clear word at each mistake. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const main = join(import.meta.dirname, '../../src/host/cli/main.ts');
const file = join(folder, 'haven.json');

function wikihaven(...args: string[]): { code: number | null; out: string; err: string } {
	const done = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd: folder });
	return { code: done.status, out: done.stdout, err: done.stderr };
}

test('from the example to a service that runs, and stops when asked', async () => {
	const example = wikihaven('config', 'example');
	expect(example.code).toBe(0);
	writeFileSync(file, example.out);
	const refused = wikihaven('config', 'check', '--config', file);
	expect(refused.code).toBe(1);
	expect(refused.err).toContain('wikihaven key new');

	const made = wikihaven('key', 'new', '--role', 'recovery', '--name', 'Recovery', '--out', 'recovery.key');
	expect(made.code).toBe(0);
	expect(statSync(join(folder, 'recovery.key')).mode & 0o777).toBe(0o600);
	expect(readFileSync(join(folder, 'recovery.key'), 'utf8')).toMatch(/^AGE-SECRET-KEY-1/m);
	expect(made.out).not.toContain('SECRET');
	const again = wikihaven('key', 'new', '--role', 'recovery', '--name', 'Recovery', '--out', 'recovery.key');
	expect(again.code, 'a key is never overwritten').toBe(1);

	const config = {
		...(JSON.parse(example.out) as object),
		listen: { port: 0 },
		store: { kind: 'sqlite', path: 'data/haven.sqlite' },
		keyFolder: 'keys',
		panelFolder: undefined,
		wikis: [{ base: 'https://wiki.example.org/w' }],
		staff: [JSON.parse(made.out) as object],
	};
	writeFileSync(file, JSON.stringify(config));
	expect(wikihaven('config', 'check', '--config', file)).toMatchObject({ code: 0 });
	expect(wikihaven('migrate', '--config', file)).toMatchObject({
		code: 0,
		out: expect.stringMatching(/^001-start\n/) as string,
	});
	expect(wikihaven('migrate', '--config', file)).toMatchObject({ code: 0, out: 'Nothing to do.\n' });

	const serving = spawn(process.execPath, [main, 'serve', '--config', file], { stdio: ['ignore', 'pipe', 'inherit'] });
	const exit = once(serving, 'exit');
	const port = await new Promise<number>((found) => {
		createInterface({ input: serving.stdout }).on('line', (line) => {
			const said = JSON.parse(line) as { msg: string; port: number };
			if (said.msg === 'listening') found(said.port);
		});
	});
	expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
	const times = wikihaven('duty', 'times', '--json', '--config', file);
	expect(times, 'while the backend runs').toMatchObject({ code: 0, out: '[]\n' });
	expect(wikihaven('duty').code).toBe(2);
	const second = wikihaven('serve', '--config', file);
	expect(second.code).toBe(1);
	expect(second.err).toContain('Another process uses the store');
	expect(wikihaven('migrate', '--config', file).err).toContain('The backend is running');
	writeFileSync(file, JSON.stringify({ ...config, listen: { port }, store: { kind: 'sqlite', path: 'other.sqlite' } }));
	expect(wikihaven('serve', '--config', file).err).toContain('The port is taken');
	// While it runs, and behind it: the name of each file is told, and other people's are not touched.
	const old = join(folder, 'backups/haven-grants-2020-01-01T000000.000Z.jsonl.gz');
	mkdirSync(join(folder, 'backups'));
	writeFileSync(old, '');
	writeFileSync(join(folder, 'backups/notes.txt'), '');
	const long = wikihaven('backup', '--config', file, '--to', 'backups');
	serving.kill('SIGINT');
	expect((await exit)[0]).toBe(0);
	const grants = wikihaven('backup', '--config', file, '--to', 'backups', '--grants', '--keep-days', '3');
	expect([long.code, grants.code, existsSync(old)]).toEqual([0, 0, false]);
	expect(readdirSync(join(folder, 'backups'))).toHaveLength(3);
	expect(statSync(join(folder, long.out.trim())).mode & 0o777).toBe(0o600);
	const back = (...more: string[]) => wikihaven('restore', ...more, '--grants', grants.out.trim(), '--config', file);
	expect(back(long.out.trim()).err).toContain('The store is not empty');
	writeFileSync(file, JSON.stringify({ ...config, store: { kind: 'sqlite', path: 'restored.sqlite' } }));
	expect(back(grants.out.trim()).err).toContain('of the kind "grants"');
	expect(back(join(folder, 'haven.json')).err).toContain('cannot be read to its end');
	expect(back(long.out.trim())).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ rows\n$/) as string });
});

test('a wrong command line is told, and every verb has its help', () => {
	for (const verb of [
		'serve',
		'migrate',
		'config',
		'key',
		'receipt',
		'comments',
		'hash',
		'match',
		'lists',
		'duty',
		'backup',
		'restore',
	]) {
		const { code, out } = wikihaven(verb, '--help');
		expect(code).toBe(0);
		expect(out).toContain(`wikihaven ${verb}`);
	}
	expect(wikihaven('serve', '--config', 'nothing.json').err).toContain('nothing.json: cannot be read');
	expect(wikihaven('config')).toMatchObject({ code: 2 });
	expect(wikihaven('receipt', 'verify')).toMatchObject({ code: 2 });
	writeFileSync(file, '{');
	expect(wikihaven('serve', '--config', file).err).toContain('is not JSON');
});
