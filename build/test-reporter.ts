/** Counts the tests for the last lines of `npm test` and takes the time of each file; nothing that was skipped counts as passed. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

export interface Counts {
	passed: number;
	failed: number;
	/** Seconds that each test file took, by its path in the repository. */
	files: Record<string, number>;
}

/** Names of tests that ended in one of two ways nobody should overlook, and of files or suites that did not load. */
function faults(modules: readonly TestModule[], filtered: boolean): { skipped: string[]; broken: string[] } {
	const skipped: string[] = [];
	const broken: string[] = [];
	for (const module of modules) {
		const file = relative(process.cwd(), module.moduleId);
		for (const test of module.children.allTests()) {
			const { state } = test.result();
			if (state === 'pending' || (state === 'skipped' && !filtered)) skipped.push(`${file}: ${test.fullName}`);
		}
		const suites = [module, ...module.children.allSuites()];
		for (const suite of suites) if (suite.errors().length) broken.push(file);
	}
	return { skipped, broken };
}

export default class CountingReporter implements Reporter {
	private filtered = false;

	onInit(vitest: Vitest): void {
		// Whoever asks for one test by its name has skipped the others loudly enough.
		this.filtered = vitest.config.testNamePattern !== undefined;
	}

	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
		const { skipped, broken } = faults(modules, this.filtered);
		const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
		const count = (state: string): number => states.filter((one) => one === state).length;
		for (const name of skipped) console.log(`NOT RUN (counts as failed): ${name}`);
		for (const file of broken) console.log(`DID NOT LOAD OR TIDY UP (counts as failed): ${file}`);
		if (unhandled.length) console.log(`ERRORS OUTSIDE OF TESTS (count as failed): ${unhandled.length}`);

		const seconds = (module: TestModule): number =>
			(module.diagnostic().duration + module.diagnostic().collectDuration) / 1000;
		const counts: Counts = {
			passed: count('passed'),
			failed: count('failed') + skipped.length + broken.length + unhandled.length,
			files: Object.fromEntries(modules.map((module) => [relative(process.cwd(), module.moduleId), seconds(module)])),
		};
		const file = process.env['WIKIHAVEN_TEST_COUNTS'];
		if (file) writeFileSync(file, JSON.stringify(counts));
	}
}
