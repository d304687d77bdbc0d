/** Services: nobody of their group is left behind, whoever ends first. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startService } from '../../../build/setup/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-service-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Whether the process runs; one that has ended and waits to be reaped does not. */
function runs(pid: number): boolean {
	try {
		return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
}

async function eventually(holds: () => boolean): Promise<boolean> {
	for (let tries = 0; tries < 200 && !holds(); tries++) await sleep(25);
	return holds();
}

/** A program that starts another one, as PHP's server does with its workers, and writes both numbers down. */
const family = 'sleep 1000 & echo "$$ $!"; wait';

async function pidsIn(log: string): Promise<number[]> {
	const read = (): string => {
		try {
			return readFileSync(log, 'utf8');
		} catch {
			return '';
		}
	};
	await eventually(() => /\d+ \d+\n/.test(read()));
	return read().trim().split(' ').map(Number);
}

test('stopping ends the program and what it started', async () => {
	const log = join(folder, 'stop.log');
	const service = startService('sh', ['-c', family], { cwd: folder, log });
	const pids = await pidsIn(log);
	expect(pids.map(runs)).toEqual([true, true]);
	await service.stop();
	expect(await eventually(() => pids.every((pid) => !runs(pid)))).toBe(true);
});

test('a program that does not listen is killed after its time', async () => {
	const log = join(folder, 'deaf.log');
	const service = startService('sh', ['-c', `trap '' TERM; ${family}; sleep 1000`], {
		cwd: folder,
		log,
		patience: 100,
	});
	const pids = await pidsIn(log);
	await service.stop();
	expect(await eventually(() => pids.every((pid) => !runs(pid)))).toBe(true);
});

test('when the supervisor is killed with -9, all are gone', async () => {
	const log = join(folder, 'orphan.log');
	const script = `import { startService } from ${JSON.stringify(join(import.meta.dirname, '../../../build/setup/service.ts'))};
		startService('sh', ['-c', ${JSON.stringify(family)}], { cwd: '/', log: ${JSON.stringify(log)} });
		setInterval(() => {}, 1000);`;
	const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script]);
	const pids = await pidsIn(log);
	expect(pids.map(runs)).toEqual([true, true]);
	supervisor.kill('SIGKILL');
	await once(supervisor, 'exit');
	expect(await eventually(() => pids.every((pid) => !runs(pid)))).toBe(true);
});

test('a program that ends by itself says why', async () => {
	const service = startService('sh', ['-c', 'echo no luck; exit 3'], { cwd: folder, log: join(folder, 'end.log') });
	await service.ended;
	expect(service.failure()).toBe('sh ended (3). no luck');
	await service.stop();
});
