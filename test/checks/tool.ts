/** Runs a development tool of node_modules on the repository and gives what it complains about. */
import { join } from 'node:path';
import { run } from '../../build/setup/command.ts';
import { root } from '../../build/setup/folders.ts';

/** Empty when the tool is content; otherwise what it said, without colours. */
export async function complaints(tool: string, args: readonly string[]): Promise<string> {
	const done = await run(join(root, 'node_modules', '.bin', tool), args, {
		cwd: root,
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
	});
	if (done.code === 0) return '';
	return `${done.stdout}\n${done.stderr}`.trim() || `${tool} ended with ${done.code}`;
}
