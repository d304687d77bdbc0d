/** Starts and stops PHP's built-in web server for one test wiki, as a process group of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment, type WikiPlace } from './php.ts';

const settings = {
	'opcache.enable': '1',
	'opcache.memory_consumption': '256',
	'opcache.max_accelerated_files': '20000',
	'apc.shm_size': '64M',
	upload_max_filesize: '100M',
	post_max_size: '100M',
	memory_limit: '512M',
};

/** Runs a program beside a watcher that kills the whole group once this process is gone, however it went: fd 3 then ends. */
const guarded = '{ cat <&3 >/dev/null; kill -KILL 0; } & exec "$0" "$@" 3<&-';

function signal(group: number, name: NodeJS.Signals): void {
	try {
		process.kill(-group, name);
	} catch {
		// Nobody of the group is left.
	}
}

/** Ends the whole group: killing only PHP's master leaves its workers on the port. */
async function endGroup(child: ChildProcess): Promise<void> {
	if (!child.pid) return;
	child.ref();
	const gone = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
	signal(child.pid, 'SIGTERM');
	await gone;
	signal(child.pid, 'SIGKILL');
}

/** Serves the wiki and resolves when it answers; the function it gives ends the server. */
export async function serve(place: WikiPlace): Promise<() => Promise<void>> {
	const root = join(place.folder, 'root');
	const log = join(place.folder, 'php.log');
	const output = openSync(log, 'w');
	const flags = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
	const router = join(import.meta.dirname, 'php', 'router.php');
	const php = ['php', ...flags, '-S', `127.0.0.1:${place.port}`, '-t', root, router];
	const child = spawn('sh', ['-c', guarded, ...php], {
		cwd: root,
		env: { ...environment(place), PHP_CLI_SERVER_WORKERS: '4' },
		stdio: ['ignore', output, output, 'pipe'],
		detached: true,
	});
	closeSync(output);
	let failure = '';
	child.on('error', (error) => (failure = error.message));
	child.on('exit', () => (failure ||= readFileSync(log, 'utf8').slice(-2000)));
	child.unref();
	const alive = child.stdio[3];
	if (alive instanceof Socket) alive.unref();
	const stop = (): Promise<void> => endGroup(child);
	for (let tries = 0; tries < 600 && !failure; tries++) {
		try {
			const answer = await fetch(`http://127.0.0.1:${place.port}/w/api.php?action=query&format=json&meta=siteinfo`);
			if (answer.ok && (await answer.text()).startsWith('{')) return stop;
			failure = answer.ok ? '' : `it answers ${answer.status}: ${(await answer.text()).slice(0, 2000)}`;
		} catch {
			await sleep(25);
		}
	}
	await stop();
	throw new Error(`The wiki on port ${place.port} does not start: ${failure || 'no answer'}`);
}
