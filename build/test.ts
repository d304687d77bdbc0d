/** `npm test`: installs what the tests need, builds, runs them all; its last line is `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup/folders.ts';
import { lacks, setUp } from './setup/main.ts';
import { say } from './setup/progress.ts';
import type { Counts } from './test-reporter.ts';

/** Runs vitest with our reporter beside its own and gives what was counted; a run that dies counts as one failure. */
async function runVitest(args: readonly string[]): Promise<Counts & { code: number }> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-test-'));
	const file = join(folder, 'counts.json');
	const reporters = ['--reporter=default', `--reporter=${join(root, 'build', 'test-reporter.ts')}`];
	const child = spawn(join(root, 'node_modules', '.bin', 'vitest'), ['run', ...reporters, ...args], {
		cwd: root,
		env: { ...process.env, WIKIHAVEN_TEST_COUNTS: file },
		stdio: 'inherit',
	});
	// On Ctrl-C vitest gets the signal too and ends by itself; this process waits to say what was counted.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	const [exit] = await once(child, 'exit');
	const code = typeof exit === 'number' ? exit : 1;
	const counts: Counts = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Counts)
		: { passed: 0, failed: 1 };
	rmSync(folder, { recursive: true });
	return { ...counts, code };
}

async function main(args: readonly string[]): Promise<Counts & { code: number }> {
	const missing = lacks(await setUp(['php', 'chromium', 'firefox', 'webkit', 'age', 'postgres', 'fonts', 'mediawiki']));
	for (const sentence of missing) say(`MISSING, so tests that need it will fail: ${sentence}`);
	say('Building ...');
	const { buildAll } = await import('./main.ts');
	await buildAll();
	return await runVitest(args);
}

const counts = await main(process.argv.slice(2)).catch((error: unknown): Counts & { code: number } => {
	console.error(error);
	return { passed: 0, failed: 1, code: 1 };
});
// A run that fails in a way that no test shows (vitest itself, an error at the very end) is a failure all the same.
const failed = counts.code !== 0 && counts.failed === 0 ? 1 : counts.failed;
await new Promise<void>((resolve) => {
	process.stdout.write(`${counts.passed} passed, ${failed} failed\n`, () => resolve());
});
process.exit(failed === 0 && counts.passed > 0 ? 0 : 1);
