/** `npm test`: installs what the tests need, builds, runs them all; its last line is `N passed, N failed`. */
import { lacks, setUp } from './setup/main.ts';
import { say } from './setup/progress.ts';
import type { Counts } from './test-reporter.ts';
import { runTests } from './test-stages.ts';

const stopping = new AbortController();

async function main(args: readonly string[]): Promise<Counts> {
	const missing = lacks(await setUp(['php', 'chromium', 'firefox', 'webkit', 'age', 'postgres', 'fonts', 'mediawiki']));
	for (const sentence of missing) say(`MISSING, so tests that need it will fail: ${sentence}`);
	say('Building ...');
	const { buildAll } = await import('./main.ts');
	await buildAll();
	return await runTests(args, stopping.signal);
}

function printSlowest(files: Counts['files']): void {
	console.log('\nSlowest files:');
	const slowest = Object.entries(files).sort(([, a], [, b]) => b - a);
	for (const [name, seconds] of slowest.slice(0, 15)) console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
}

// On Ctrl-C vitest gets the signal too and ends by itself; this process waits to say what was counted.
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => stopping.abort());
const counts = await main(process.argv.slice(2)).catch((error: unknown): Counts => {
	console.error(error);
	return { passed: 0, failed: 1, files: {} };
});
printSlowest(counts.files);
await new Promise<void>((resolve) => {
	process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`, () => resolve());
});
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
