/** Sizes of the panel and of each part that it loads only when needed, by the name of what is in it. */
import type { Metafile } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sizeOf, type Size } from '../sizes.ts';

type Outputs = Metafile['outputs'];

/** What loads with an entry: itself and what it imports at once, not what it imports later. */
function withImports(outputs: Outputs, entry: string, seen = new Set<string>()): Set<string> {
	if (seen.has(entry)) return seen;
	seen.add(entry);
	for (const { path, kind } of outputs[entry]?.imports ?? [])
		if (kind === 'import-statement' && outputs[path]) withImports(outputs, path, seen);
	return seen;
}

/** A package by its name, a file of ours by its own, and with its folder's where many are named alike. */
function nameOf(path: string): string {
	const named = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
	const [, folder = '', name = ''] = /([^/]*)\/([^/]*?)\.[a-z.]+$/.exec(path) ?? [];
	return named ?? (name === 'view' || name === 'index' ? `${folder}.${name}` : name);
}

export async function partSizes({ outputs }: Metafile, root: string): Promise<Record<string, Size>> {
	const read = (paths: Iterable<string>): Promise<Uint8Array[]> =>
		Promise.all(Array.from(paths, (path) => readFile(join(root, path))));
	const entries = Object.entries(outputs).flatMap(([path, { entryPoint }]) =>
		entryPoint && path.endsWith('.js') ? [{ path, entryPoint }] : [],
	);
	const panel = entries.find(({ path }) => path.endsWith('/panel.js'));
	if (!panel) return {};
	const first = withImports(outputs, panel.path);
	const sizes: Record<string, Size> = { panel: sizeOf(...(await read(first))) };
	for (const { path, entryPoint } of entries) {
		if (path === panel.path) continue;
		const own = [...withImports(outputs, path)].filter((part) => !first.has(part));
		sizes[`panel.${nameOf(entryPoint)}`] = sizeOf(...(await read(own)));
	}
	return sizes;
}
