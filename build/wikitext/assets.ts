/** The WebAssembly files that the panel's wikitext worker loads by URL: what the bundle copies, and under which name. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/folders.ts';

/** Made by `npm run build:grammar`, which writes its SHA-256 beside it. */
export const grammarWasm = join(root, 'build/wikitext/wikitext.wasm');
export const grammarSum = `${grammarWasm}.sha256`;
export const runtimeWasm = join(root, 'node_modules/web-tree-sitter/web-tree-sitter.wasm');

/** From which file to which name in the bundle. */
export const wikitextAssets = [
	{ from: runtimeWasm, to: 'wikitext-runtime.wasm' },
	{ from: grammarWasm, to: 'wikitext-grammar.wasm' },
] as const;

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether the grammar that is checked in is the one its maker wrote down. */
export async function grammarIsIntact(): Promise<boolean> {
	return (await readFile(grammarSum, 'utf8')).startsWith(`${sumOf(await readFile(grammarWasm))} `);
}
