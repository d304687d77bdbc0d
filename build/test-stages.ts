/** Which tests `npm test` runs side by side: each lane is a vitest of its own, and a stage ends with its last lane. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup/folders.ts';
import type { Counts } from './test-reporter.ts';

/** Projects of vitest.config.ts by lane: one vitest alone could bound what runs at once, but not which. */
const stages = [[['unit', 'backend']], [['browser'], ['waiting']]];

/** Runs vitest with our reporter beside its own and gives what was counted; a run that dies counts as one failure. */
async function runVitest(args: readonly string[], shown: boolean): Promise<Counts & { output: string }> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-test-'));
	const file = join(folder, 'counts.json');
	// A file and no pipe, which a program left behind by a test could hold open for ever.
	const log = join(folder, 'output');
	const output = shown ? ('inherit' as const) : openSync(log, 'w');
	const reporters = ['--reporter=default', `--reporter=${join(root, 'build', 'test-reporter.ts')}`];
	const child = spawn(join(root, 'node_modules', '.bin', 'vitest'), ['run', ...reporters, ...args], {
		cwd: root,
		env: { ...process.env, WIKIHAVEN_TEST_COUNTS: file },
		stdio: [shown ? 'inherit' : 'ignore', output, output],
	});
	if (output !== 'inherit') closeSync(output);
	const end = (): boolean => child.kill('SIGTERM');
	process.on('SIGTERM', end);
	const [code] = await once(child, 'exit');
	process.off('SIGTERM', end);
	const counts: Counts = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Counts)
		: { passed: 0, failed: 1, files: {} };
	// A run that fails in a way that no test shows (vitest itself, an error at the very end) is a failure all the same.
	if (code !== 0 && counts.failed === 0) counts.failed = 1;
	const said = shown ? '' : readFileSync(log, 'utf8');
	rmSync(folder, { recursive: true });
	return { ...counts, output: said };
}

/** The lanes at once; the first is shown as it goes, the others when all are done: two would overwrite each other. */
async function runStage(lanes: readonly (readonly string[])[]): Promise<Counts[]> {
	const done = await Promise.all(lanes.map((args, lane) => runVitest(args, lane === 0)));
	for (const { output } of done) process.stdout.write(output);
	return done;
}

/**
 * Runs the tests with vitest's arguments `args`; who chooses projects there gets one plain run of those. After `stopped` no
 * further stage begins.
 */
export async function runTests(args: readonly string[], stopped: AbortSignal): Promise<Counts> {
	const chosen = args.some((arg) => arg.startsWith('--project'));
	const asked = (projects: readonly string[]): string[] =>
		chosen ? [...args] : [...projects.map((name) => `--project=${name}`), '--passWithNoTests', ...args];
	const runs: Counts[] = [];
	for (const lanes of chosen ? [[[]]] : stages) if (!stopped.aborted) runs.push(...(await runStage(lanes.map(asked))));
	return {
		passed: runs.reduce((sum, { passed }) => sum + passed, 0),
		failed: runs.reduce((sum, { failed }) => sum + failed, stopped.aborted ? 1 : 0),
		files: Object.assign({}, ...runs.map(({ files }) => files)) as Counts['files'],
	};
}
