/** How the tests run: pure and backend tests side by side, everything that drives a browser or the wiki one file at a time. */
import { defineConfig } from 'vitest/config';

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
					fileParallelism: false,
					// After the others: a browser that shares two cores with compilers is slow in ways that look like faults.
					sequence: { groupOrder: 1 },
					testTimeout: 120_000,
					hookTimeout: 300_000,
				},
			},
		],
	},
});
