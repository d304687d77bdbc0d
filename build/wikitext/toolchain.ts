/** The programs that make the grammar: tree-sitter's generator and clang, from Debian 13 whatever this machine runs. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../setup/command.ts';
import { unpacked } from '../setup/debs.ts';
import type { Outcome } from '../setup/outcome.ts';

/** The programs and the libraries they load: 55 MB to fetch, once. One release, so that the same bytes come out everywhere. */
const packages =
	'tree-sitter-cli clang-19 lld-19 libclang-common-19-dev libllvm19 libclang-cpp19 libc6 libgcc-s1 libstdc++6 zlib1g libzstd1 libxml2 libedit2 libbsd0 libmd0 libtinfo6 libffi8 libz3-4 liblzma5'.split(
		' ',
	);
const programs = {
	'tree-sitter': 'usr/bin/tree-sitter',
	clang: 'usr/lib/llvm-19/bin/clang',
	lld: 'usr/lib/llvm-19/bin/lld',
};

export interface Toolchain {
	/** Where clang's own headers are. */
	resources: string;
	/** Runs a program in `folder`; throws what it said when it fails. */
	run(program: keyof typeof programs, args: readonly string[], folder: string): Promise<void>;
}

export async function toolchain(): Promise<Outcome<Toolchain>> {
	const files = await unpacked('grammar-tools', 'trixie', packages);
	if (!files.ok) return files;
	const root = files.value;
	const triple = (await readdir(join(root, 'usr/lib'))).find((name) => name.endsWith('-linux-gnu')) ?? '';
	const libraries = join(root, 'usr/lib', triple);
	// Their own loader and C library: those of this machine may be older than the programs need.
	const loader = (await readdir(libraries)).find((name) => /^ld-linux.*\.so/.test(name)) ?? '';
	const search = [libraries, join(root, 'usr/lib/llvm-19/lib')].filter((path) => existsSync(path)).join(':');
	return {
		ok: true,
		value: {
			resources: join(root, 'usr/lib/llvm-19/lib/clang/19'),
			async run(program, args, folder) {
				const command = [join(libraries, loader), '--library-path', search, join(root, programs[program]), ...args];
				const done = await run('env', command, { cwd: folder });
				if (done.code !== 0) throw new Error(`${program} failed: ${done.stderr || done.stdout}`);
			},
		},
	};
}
