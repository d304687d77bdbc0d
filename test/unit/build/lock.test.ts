/** The lock that keeps two starts, builds and installations apart. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lock, tryLock } from '../../../build/lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('who holds it is told, and it can be taken again after it was given back', async () => {
	const file = join(folder, 'a.lock');
	const release = await lock(file);
	expect(tryLock(file)).toEqual({ holder: process.pid });
	release();
	const again = tryLock(file);
	expect(again.holder).toBe(0);
	expect(readdirSync(folder)).toEqual(['a.lock']);
});

test('waiting for it ends when it is given back', async () => {
	const file = join(folder, 'b.lock');
	const release = await lock(file);
	const waited: number[] = [];
	const second = lock(file, (holder) => waited.push(holder));
	release();
	(await second)();
	expect(waited).toEqual([process.pid]);
});

test('a lock whose holder was killed, or whose number is another process now, is taken over', () => {
	const file = join(folder, 'c.lock');
	const script = `import { tryLock } from ${JSON.stringify(join(import.meta.dirname, '../../../build/lock.mjs'))};
		tryLock(${JSON.stringify(file)}); process.kill(process.pid, 'SIGKILL');`;
	spawnSync(process.execPath, ['--input-type=module', '-e', script]);
	expect(readdirSync(folder)).toContain('c.lock');
	expect(tryLock(file).holder).toBe(0);

	writeFileSync(join(folder, 'd.lock'), `${process.pid} 1`);
	expect(tryLock(join(folder, 'd.lock')).holder).toBe(0);
});

test('what a killed process left half written is no lock', () => {
	writeFileSync(join(folder, 'e.lock'), '');
	expect(tryLock(join(folder, 'e.lock')).holder).toBe(0);
});
