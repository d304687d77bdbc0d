/** Keeps what a panel starts with in one piece: without it, it falls into a piece for each set of later parts that share it. */
import type { Metafile, Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from '../setup/folders.ts';

/**
 * Files that are imported later than the start. Each of them can only load once the start has, so to import it there changes
 * nothing, and lets the bundler see that all of it is always there together.
 */
export function laterParts({ outputs }: Metafile, entries: readonly string[]): string[] {
	const parts = Object.values(outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
	return parts.filter((path) => /\.tsx?$/.test(path) && !entries.includes(path));
}

/** `start`: the module that every panel begins with; both as paths in the repository. */
export function startFirst(start: string, later: readonly string[]): Plugin {
	const files = new Set(later.map((path) => join(root, path)));
	return {
		name: 'start-first',
		setup({ onLoad }) {
			onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
				if (!files.has(path)) return undefined;
				const text = await readFile(path, 'utf8');
				const loader = extname(path) === '.tsx' ? ('tsx' as const) : ('ts' as const);
				return { contents: `${text}\nimport ${JSON.stringify(join(root, start))};\n`, loader };
			});
		},
	};
}
