/** The backend as a process that a test can kill: configuration and the wiki's pages come in a file, named as argument. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { BackendConfigSchema } from '../../../src/backend/config.ts';
import { openLog } from '../../../src/backend/log.ts';
import { startBackend } from '../../../src/backend/server.ts';
import type { PageKey } from '../../../src/backend/wiki/directory.ts';
import { done } from '../../../src/contract/problem.ts';
import type { WikiConfig } from '../../../src/domain/config/model.ts';

export interface ChildFile {
	readonly config: unknown;
	readonly wiki: WikiConfig;
	readonly keys: readonly (readonly [user: string, keys: PageKey[] | null])[];
}

const file = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ChildFile;
const running = await startBackend({
	config: v.parse(BackendConfigSchema, file.config),
	log: openLog('info'),
	version: 'test',
	directory: {
		config: () => Promise.resolve(done(file.wiki)),
		keysOf: () => Promise.resolve(done(new Map(file.keys))),
	},
});
process.once('SIGTERM', () => void running.stop());
