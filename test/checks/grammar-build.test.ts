/** The grammar that is checked in is what its sources give, byte for byte, and asks its host for nothing but memory. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { grammarIsIntact, grammarWasm, sumOf } from '../../build/wikitext/assets.ts';
import { buildGrammar } from '../../build/wikitext/build.ts';

// The compilers are fetched into .cache the first time: 55 MB.
test('a fresh build of grammar.js and scanner.c gives the bytes that are checked in, twice', async () => {
	const checkedIn = sumOf(await readFile(grammarWasm));
	for (const time of ['first', 'second']) {
		const built = await buildGrammar();
		if (!built.ok) throw new Error(built.missing);
		expect(sumOf(built.value), `${time} build`).toBe(checkedIn);
	}
}, 300_000);

test('the grammar is the one whose sum was written down', async () => {
	expect(await grammarIsIntact()).toBe(true);
});

test('the grammar imports memory, a table and where to put itself: no function', async () => {
	const module = await WebAssembly.compile(await readFile(grammarWasm));
	const imports = WebAssembly.Module.imports(module);
	expect(imports.filter(({ kind }) => kind === 'function')).toEqual([]);
	expect(imports.every((one) => one.module === 'env')).toBe(true);
});
