/** A PostgreSQL cluster of Debian's package for one test file, run as an unprivileged user, gone when the tests are over. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startService } from '../../../build/setup/service.ts';

export interface Cluster {
	/** Makes an empty database and gives its address. */
	database(): Promise<string>;
	/** Everything that lies in its folder. */
	readonly folder: string;
	stop(): Promise<void>;
}

const packages = '/usr/lib/postgresql';

/** The server refuses to run as root, so there it runs as the package's own user. */
function runAs(): { prefix: string[]; own: (folder: string) => void } {
	if (process.getuid?.() !== 0) return { prefix: [], own: () => undefined };
	const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	const [user, group] = [id('-u'), id('-g')];
	return {
		prefix: ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups'],
		own: (folder) => chownSync(folder, user, group),
	};
}

export async function startPostgres(): Promise<Cluster> {
	const version = existsSync(packages) ? readdirSync(packages).sort((a, b) => Number(b) - Number(a))[0] : undefined;
	if (version === undefined) throw new Error('PostgreSQL is missing: apt-get install postgresql-15');
	const bin = join(packages, version, 'bin');
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-pg-'));
	const { prefix, own } = runAs();
	own(folder);
	const data = join(folder, 'data');
	const command = (program: string, ...args: string[]): [string, string[]] => {
		const [first = '', ...rest] = [...prefix, join(bin, program), ...args];
		return [first, rest];
	};
	const [initdb, initArgs] = command(
		'initdb',
		'-D',
		data,
		'-U',
		'haven',
		'-A',
		'trust',
		'-E',
		'UTF8',
		'--locale=C',
		'-N',
	);
	execFileSync(initdb, initArgs, { cwd: folder, stdio: 'pipe' });
	// fsync stays on: what the tests say of durability and speed is said of a server as people run it.
	const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=60'];
	const [program, args] = command('postgres', '-D', data, ...settings.flatMap((one) => ['-c', one]));
	const service = startService(program, args, { cwd: folder, log: join(folder, 'log') });
	const url = (name: string): string => `postgres://haven@localhost/${name}?host=${encodeURIComponent(folder)}`;

	async function admin(sql: string): Promise<void> {
		const client = new pg.Client({ connectionString: url('postgres') });
		await client.connect();
		await client.query(sql);
		await client.end();
	}
	for (let tries = 0; ; tries++) {
		try {
			await admin('select 1');
			break;
		} catch (error) {
			if (service.failure() !== undefined || tries > 400)
				throw new Error(service.failure() ?? 'PostgreSQL does not answer', { cause: error });
			await sleep(25);
		}
	}
	let made = 0;
	return {
		folder,
		async database() {
			const name = `haven${++made}`;
			await admin(`create database ${name}`);
			return url(name);
		},
		async stop() {
			await service.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
