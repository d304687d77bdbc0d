/** How the tests run: pure and backend tests side by side, everything that drives a browser or the wiki one file at a time. */
import { defineConfig } from 'vitest/config';

/** These let real minutes pass and leave the processor alone meanwhile, so `npm test` runs them beside the others. */
const waiting = ['test/wiki/e2e/{switches,bad-config,outbox,firefox}.test.ts'];

// A browser that shares two cores with compilers, or with many others, is slow in ways that look like faults.
// A press can also miss a page of the wiki that is still moving: one more try, and the output says who needed it.
const oneAtATime = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 300_000, retry: 1 };

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/*.test.ts', 'test/{unit,property,checks}/**/*.test.{ts,tsx}'],
					testTimeout: 60_000,
				},
			},
			{
				test: { name: 'backend', include: ['test/backend/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
			},
			{
				test: {
					name: 'browser',
					include: ['test/{browser,wiki}/**/*.test.ts'],
					exclude: waiting,
					...oneAtATime,
					sequence: { groupOrder: 1 },
				},
			},
			{ test: { name: 'waiting', include: waiting, ...oneAtATime, sequence: { groupOrder: 2 } } },
		],
	},
});
