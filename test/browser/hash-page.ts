/** A bare page with the panel's own pool of hash workers, in any browser: for the test of their bits and the bench of their speed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../build/setup/folders.ts';

/** `script` is a module that may import from the project; `worker.js` is the worker. */
export async function startHashPage(script: string): Promise<{ readonly url: string; stop(): void }> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-hash-'));
	const common = { bundle: true, minify: true, format: 'esm', absWorkingDir: root } as const;
	const stdin = { contents: script, resolveDir: root, loader: 'ts' } as const;
	await build({ ...common, stdin, outfile: join(folder, 'page.js') });
	await build({ ...common, entryPoints: ['src/panel/workers/hash.worker.ts'], outfile: join(folder, 'worker.js') });
	const server = createServer(({ url = '' }, response) => {
		const isScript = url.endsWith('.js');
		response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
		response.end(isScript ? readFileSync(join(folder, url.slice(1))) : '<script type="module" src="page.js"></script>');
	});
	await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		stop() {
			server.close();
			rmSync(folder, { recursive: true });
		},
	};
}
