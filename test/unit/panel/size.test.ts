/** What a panel weighs before a report's preview, and that the sealing comes only after that. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPanel } from '../../../build/bundle/code.ts';
import { partSizes } from '../../../build/bundle/parts.ts';
import { root } from '../../../build/setup/folders.ts';

test('R3 up to the preview at most 60 KB are loaded, and age is not among them', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'wikihaven-size-'));
	const { outputs, ...metafile } = await buildPanel('src/host/extension/panel.ts', folder);
	const sizes = await partSizes({ outputs, ...metafile }, root);
	expect(sizes.panel?.gzip).toBeLessThanOrEqual(60_000);
	const first = new Set<string>();
	const walk = (path: string): void => {
		if (first.has(path)) return;
		first.add(path);
		for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') walk(next);
	};
	walk(Object.keys(outputs).find((path) => path.endsWith('/panel.js')) ?? '');
	const inputs = [...first].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
	expect(inputs.some((path) => path.includes('preact'))).toBe(true);
	expect(inputs.filter((path) => /age-encryption|@noble/.test(path))).toEqual([]);
	await rm(folder, { recursive: true });
});
