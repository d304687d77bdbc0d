/** Compiles the AssemblyScript kernels beside their engines into modules that carry the WebAssembly as text; the output is committed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { main as compile } from 'assemblyscript/asc';

const root = resolve(import.meta.dirname, '..', '..');

/** Each kernel's source below the root, and whether it uses 128-bit vectors. */
const kernels = [
	{ source: 'src/engines/pdq/kernel/simd.as', vectors: true },
	{ source: 'src/engines/pdq/kernel/scalar.as', vectors: false },
	{ source: 'src/engines/hamming/kernel/index.as', vectors: false },
];

/** The most a module may weigh, gzipped. */
const limit = 12 * 1024;

/** Where the compiled module of a source goes: kernel/simd.as becomes kernel/simd.wasm.ts. */
const outputOf = (source: string): string => join(root, source.replace(/\.as$/, '.wasm.ts'));

/** The module's text as it should stand on the disk. Throws with the compiler's words where it does not compile. */
export async function moduleOf({ source, vectors }: (typeof kernels)[number]): Promise<string> {
	let binary: Uint8Array = new Uint8Array();
	const options = [
		'--runtime',
		'stub',
		'--noAssert',
		'-O3',
		'--converge',
		'--initialMemory',
		'1',
		'--outFile',
		'out.wasm',
	];
	const features = vectors ? ['--enable', 'simd'] : ['--disable', 'simd'];
	const { error, stderr } = await compile(['entry.ts', ...options, ...features], {
		readFile: (name) => (name === 'entry.ts' ? readFileSync(join(root, source), 'utf8') : null),
		writeFile: (_name, contents) => {
			if (typeof contents !== 'string') binary = contents;
		},
		listFiles: () => [],
	});
	if (error) throw new Error(`${source}: ${error.message}\n${stderr.toString()}`);
	const weight = gzipSync(binary, { level: 9 }).length;
	if (weight > limit) throw new Error(`${source}: ${weight} bytes gzipped, more than ${limit}`);
	const base64 = Buffer.from(binary).toString('base64');
	const title = `/** ${basename(source)} compiled (${weight} bytes gzipped): made by build/kernels/main.ts, not by hand. */`;
	return `${title}\nexport const wasm =\n\t'${base64}';\n`;
}

export { kernels, outputOf };

if (import.meta.main) {
	for (const kernel of kernels) {
		const text = await moduleOf(kernel);
		writeFileSync(outputOf(kernel.source), text);
		console.log(`${dirname(kernel.source)}: ${/\d+ bytes gzipped/.exec(text)?.[0] ?? ''}`);
	}
}
