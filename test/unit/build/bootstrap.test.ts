/** The bootstrap runs a file on Node 24 and stays out of its way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-bootstrap-'));
afterAll(() => rmSync(folder, { recursive: true }));

function bootstrap(code: string, ...args: string[]): ReturnType<typeof spawn> {
	const file = join(folder, 'it.ts');
	writeFileSync(file, code);
	return spawn('node', [join(root, 'build', 'bootstrap.mjs'), file, ...args]);
}

test('arguments, standard output and the exit code pass through unchanged, on Node 24', async () => {
	const code = `const [, , ...args]: string[] = process.argv;
		process.stdout.write(JSON.stringify([args, process.version.split('.')[0]]));
		process.exitCode = 7;`;
	const child = bootstrap(code, '--one', 'two words');
	const said = child.stdout ? await text(child.stdout) : '';
	expect(JSON.parse(said)).toEqual([['--one', 'two words'], 'v24']);
	if (child.exitCode === null) await once(child, 'exit');
	expect(child.exitCode).toBe(7);
});

test('a signal reaches the program', async () => {
	const code = `process.on('SIGTERM', () => { console.log('told'); process.exit(5); });
		setInterval(() => {}, 1000);
		console.log('ready');`;
	const child = bootstrap(code);
	child.stdout?.once('data', () => child.kill('SIGTERM'));
	const said = child.stdout ? await text(child.stdout) : '';
	expect(said).toBe('ready\ntold\n');
	if (child.exitCode === null) await once(child, 'exit');
	expect(child.exitCode).toBe(5);
});
