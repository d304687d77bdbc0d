/** Every bundle of code: which entry, for which place, in which form. */
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from '../setup/folders.ts';
import { cssAsText } from './css.ts';
import { laterParts, startFirst } from './start-first.ts';

const at = (path: string): string => join(root, path);

const common: BuildOptions = {
	bundle: true,
	minify: true,
	// Our own names and addresses never stand in the output, so that two machines build the same bytes.
	absWorkingDir: root,
	legalComments: 'none',
	charset: 'utf8',
	metafile: true,
	write: true,
	logLevel: 'warning',
	plugins: [cssAsText],
	jsx: 'automatic',
	jsxImportSource: 'preact',
	define: { 'process.env.NODE_ENV': '"production"' },
};

async function run(options: BuildOptions): Promise<Metafile> {
	return (await build({ ...common, ...options })).metafile ?? { inputs: {}, outputs: {} };
}

/** Content script and background: one file each, because neither can load modules everywhere. */
export function buildExtensionScripts(out: string): Promise<Metafile> {
	return run({
		entryPoints: {
			content: at('src/host/extension/content.ts'),
			dock: at('src/host/extension/dock.ts'),
			background: at('src/host/extension/background.ts'),
			popup: at('src/host/extension/popup.ts'),
		},
		outdir: out,
		format: 'iife',
		target: ['chrome130', 'firefox140'],
	});
}

/** What a panel is mounted by. */
const start = 'src/panel/main.tsx';

/** The panel of one host, with its lazily loaded parts beside it; `beside`: other entries that share its parts. */
export async function buildPanel(
	entry: string,
	out: string,
	beside: Readonly<Record<string, string>> = {},
): Promise<Metafile> {
	const entries = { panel: entry, ...beside };
	const options: BuildOptions = {
		entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)])),
		outdir: out,
		format: 'esm',
		splitting: true,
		chunkNames: 'parts/[name]-[hash]',
		target: ['chrome120', 'firefox128', 'safari17'],
	};
	const later = laterParts(await run({ ...options, write: false }), Object.values(entries));
	const panel = await run({ ...options, plugins: [cssAsText, startFirst(start, later)] });
	const workers = (await readdir(at('src/panel'), { recursive: true })).filter((name) => name.endsWith('.worker.ts'));
	if (!workers.length) return panel;
	const built = await run({
		entryPoints: Object.fromEntries(
			workers.map((name) => [`workers/${basename(name, '.worker.ts')}`, at(join('src/panel', name))]),
		),
		outdir: out,
		format: 'esm',
		splitting: true,
		chunkNames: 'parts/[name]-[hash]',
		// What web-tree-sitter asks for on Node only.
		external: ['fs/promises', 'module'],
		target: ['chrome120', 'firefox128', 'safari17'],
	});
	return {
		inputs: { ...panel.inputs, ...built.inputs },
		outputs: { ...panel.outputs, ...built.outputs },
	};
}

/**
 * The gadget as ResourceLoader of MediaWiki 1.43 accepts it: ES2016 at most and no BigInt literal. ASCII only, and the
 * backend's origin left as a placeholder for the deploy. Two modules: what every page view loads, and the dock.
 */
export async function buildGadget(out: string): Promise<void> {
	const forWiki: BuildOptions = {
		outdir: out,
		target: 'es2016',
		charset: 'ascii',
		// Lines that a person can compare in the wiki's history.
		lineLimit: 500,
	};
	await run({ ...forWiki, entryPoints: { wikihaven: at('src/host/gadget/loader.ts') }, format: 'iife' });
	await run({
		...forWiki,
		entryPoints: { 'wikihaven-panel': at('src/host/gadget/dock.ts') },
		// What ResourceLoader's `require` of the loader gives.
		format: 'cjs',
		define: {
			...common.define,
			WIKIHAVEN_ORIGIN: '"%WIKIHAVEN_ORIGIN%"',
			WIKIHAVEN_OPERATOR: '"%WIKIHAVEN_OPERATOR%"',
		},
	});
}
