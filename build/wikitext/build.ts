/** Makes wikitext.wasm from grammar.js and scanner.c: `npm run build:grammar`. The same sources give the same bytes. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cache } from '../setup/folders.ts';
import { ready, type Outcome } from '../setup/outcome.ts';
import { grammarSum, grammarWasm, sumOf } from './assets.ts';
import { toolchain, type Toolchain } from './toolchain.ts';

const compile =
	'--target=wasm32-unknown-emscripten -std=c11 -O2 -fPIC -fvisibility=hidden -ffreestanding -fno-builtin -nostdlibinc -Wall -Wno-unused-but-set-variable -Werror -isystem none -Isrc';
const link =
	'-flavor wasm -shared --experimental-pic --no-entry --allow-undefined --strip-all --export=tree_sitter_wikitext parser.o scanner.o -o out.wasm';

async function make(tools: Toolchain, work: string): Promise<Uint8Array> {
	await mkdir(join(work, 'src'));
	await mkdir(join(work, 'none'));
	// The parser's header names it and uses nothing of it; a whole C library would be fetched for this one line.
	await writeFile(join(work, 'none', 'stdlib.h'), '');
	// Else Node would take the grammar for a module of this repository's kind.
	await writeFile(join(work, 'package.json'), '{}');
	await copyFile(join(import.meta.dirname, 'grammar.js'), join(work, 'grammar.js'));
	await copyFile(join(import.meta.dirname, 'scanner.c'), join(work, 'src', 'scanner.c'));
	await tools.run('tree-sitter', ['generate', '--no-bindings', 'grammar.js'], work);
	for (const name of ['parser', 'scanner']) {
		const args = ['-resource-dir', tools.resources, ...compile.split(' '), '-c', `src/${name}.c`, '-o', `${name}.o`];
		await tools.run('clang', args, work);
	}
	await tools.run('lld', link.split(' '), work);
	return new Uint8Array(await readFile(join(work, 'out.wasm')));
}

/** The bytes of a fresh build; the compilers are fetched the first time. Throws when a source does not compile. */
export async function buildGrammar(): Promise<Outcome<Uint8Array>> {
	const tools = await toolchain();
	if (!tools.ok) return tools;
	const work = await mkdtemp(join(cache, 'grammar-'));
	try {
		return ready(await make(tools.value, work));
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

if (import.meta.main) {
	const built = await buildGrammar();
	if (built.ok) {
		await writeFile(grammarWasm, built.value);
		await writeFile(grammarSum, `${sumOf(built.value)}  ${basename(grammarWasm)}\n`);
		console.log(`${basename(grammarWasm)}: ${built.value.length} bytes, SHA-256 ${sumOf(built.value)}`);
	} else {
		console.error(`The grammar could not be built: ${built.missing}`);
		process.exitCode = 1;
	}
}
