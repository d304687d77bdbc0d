/** A real wiki for a test file in one call: a copy of the seeds on a free port, gone when the tests are over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../build/setup/ports.ts';
import { startWiki, type Wiki, type WikiOptions } from './start.ts';

/**
 * Starts a wiki (below 2 seconds once its snapshot has been made). Its `stop` also deletes its folder, so a file says
 * `const wiki = await testWiki(); afterAll(() => wiki.stop());`. Should the test process die, the wiki dies with it.
 */
export async function testWiki(options: Partial<Pick<WikiOptions, 'seeds' | 'settings' | 'port'>> = {}): Promise<Wiki> {
	const folder = await mkdtemp(join(tmpdir(), 'wikihaven-wiki-'));
	const wiki = await startWiki({ port: await freePort(), ...options, folder });
	return {
		...wiki,
		stop: async () => {
			await wiki.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
