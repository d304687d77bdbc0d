/** Runs a long-lived program as a process group of its own that ends whole, also when this process is killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';

export interface Service {
	/** Why it has ended by itself: the last lines of its log; undefined while it runs. */
	failure(): string | undefined;
	/** Resolves when it has ended, whoever ended it. */
	ended: Promise<void>;
	/** Asks it to end, waits, and makes sure that nobody of its group is left. */
	stop(): Promise<void>;
	/** Holds the program where it stands (SIGSTOP), or lets it go on (SIGCONT). */
	signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void;
}

export interface ServiceOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** The file that takes what it prints, on both outputs, begun anew; `terminal` shows it instead, on standard error. */
	log: string;
	/** How long it may take to end after being asked, in milliseconds. */
	patience?: number;
}

/** A watcher beside the program reads a pipe that this process holds: however this process goes, the pipe ends, and all with it. */
const guarded = '{ cat <&3 >/dev/null; kill -KILL 0; } & exec "$0" "$@" 3<&-';

function signal(target: number, name: NodeJS.Signals): void {
	try {
		process.kill(target, name);
	} catch {
		// Already gone.
	}
}

async function end(child: ChildProcess, ended: Promise<void>, patience: number): Promise<void> {
	const { pid } = child;
	if (!pid) return;
	child.ref();
	// Asked is the program alone, not its watcher, which would kill the group at once.
	signal(pid, 'SIGTERM');
	const impatient = setTimeout(() => signal(-pid, 'SIGKILL'), patience);
	await ended;
	clearTimeout(impatient);
	signal(-pid, 'SIGKILL');
}

export function startService(program: string, args: readonly string[], options: ServiceOptions): Service {
	const shown = options.log === 'terminal';
	const output = shown ? 2 : openSync(options.log, 'w');
	const child = spawn('sh', ['-c', guarded, program, ...args], {
		cwd: options.cwd,
		env: options.env ?? process.env,
		stdio: ['ignore', output, output, 'pipe'],
		detached: true,
	});
	if (!shown) closeSync(output);
	child.unref();
	const pipe = child.stdio[3];
	if (pipe instanceof Socket) pipe.unref();

	let failure: string | undefined;
	const tail = (): string => (shown ? '' : readFileSync(options.log, 'utf8').trim().slice(-2000));
	child.on('error', (error) => (failure = error.message));
	child.on('exit', (code, name) => (failure ??= `${program} ended (${name ?? code}). ${tail()}`));
	const ended = once(child, 'exit').then(
		() => undefined,
		() => undefined,
	);
	return {
		failure: () => failure,
		ended,
		stop: () => end(child, ended, options.patience ?? 10_000),
		signal: (name) => child.pid && signal(child.pid, name),
	};
}
