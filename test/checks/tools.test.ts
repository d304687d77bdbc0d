/** Form, lint, types and dead code of the whole repository, each room of types as a test of its own. */
import { globSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { complaints } from './tool.ts';

// Beside the other projects of the suite each tool is several times as slow as alone.
vi.setConfig({ testTimeout: 180_000 });

test('every file is formatted: npm run format', async () => {
	expect(await complaints('prettier', ['--check', '.'])).toBe('');
});

test('oxlint has nothing to say', async () => {
	expect(await complaints('oxlint', ['--deny-warnings', '.'])).toBe('');
});

const projects = globSync('{src,build,gadget,test}/**/tsconfig.json', { cwd: root }).sort();

test('every room is a TypeScript project', () => {
	expect(projects.length).toBeGreaterThan(10);
});

test.each(projects)('the types of %s hold', async (project) => {
	expect(await complaints('tsc', ['-p', project, '--pretty', 'false'])).toBe('');
});

test('no file, export or dependency is unused', async () => {
	expect(await complaints('knip', ['--no-progress'])).toBe('');
});
