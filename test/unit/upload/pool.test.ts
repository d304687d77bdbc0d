/**
 * The pool of hash workers: two files at once, the others wait their turn, and everything ends with whoever left. Node has no
 * web workers, so a double stands for them; what a worker does with a file is tried in real browsers (test/wiki/e2e/upload).
 */
import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHashPool } from '../../../src/panel/workers/hash.ts';

const workers: FakeWorker[] = [];

/** The session behind it hashes a bitmap to nothing. */
class FakeWorker {
	readonly #ports = new MessageChannel();
	readonly #events = new EventTarget();
	ended = false;

	constructor() {
		expose({ picture: () => [] }, this.#ports.port2);
		this.#ports.port1.start();
		workers.push(this);
	}
	postMessage(message: unknown): void {
		this.#ports.port1.postMessage(message);
	}
	addEventListener(type: string, listen: (event: Event) => void, options?: AddEventListenerOptions): void {
		(type === 'message' ? this.#ports.port1 : this.#events).addEventListener(type, listen, options);
	}
	removeEventListener(type: string, listen: (event: Event) => void): void {
		(type === 'message' ? this.#ports.port1 : this.#events).removeEventListener(type, listen);
	}
	breakDown(): void {
		this.#events.dispatchEvent(new Event('error'));
	}
	terminate(): void {
		this.ended = true;
		this.#ports.port1.close();
	}
}

beforeEach(() => void vi.stubGlobal('Worker', FakeWorker));
afterEach(() => {
	for (const worker of workers.splice(0)) worker.terminate();
	vi.unstubAllGlobals();
});

/** Work that ends when the test says so. */
function jobs(pool: ReturnType<typeof createHashPool>, count: number) {
	const begun: number[] = [];
	const finish: (() => void)[] = [];
	const work = (n: number) => () => {
		begun.push(n);
		return new Promise<number>((give) => (finish[n] = () => give(n)));
	};
	return { begun, finish, outcomes: Array.from({ length: count }, (_, n) => pool.run(work(n))) };
}
const settled = (): Promise<void> => new Promise((go) => setImmediate(go));

test('of many files two are looked at, each with a worker that the next one takes over', async () => {
	const { begun, finish, outcomes } = jobs(createHashPool('worker.js', new AbortController().signal), 6);
	await settled();
	expect(begun).toEqual([0, 1]);
	for (let n = 0; n < 6; n++) {
		finish[n]?.();
		expect(await outcomes[n]).toEqual({ ok: true, value: n });
		await settled();
		expect(begun.length).toBe(Math.min(6, n + 3));
	}
	expect(workers.length).toBe(2);
	expect(workers.some(({ ended }) => ended)).toBe(false);
});

test('who leaves ends the workers: files under way and files that wait are cancelled', async () => {
	const leaving = new AbortController();
	const pool = createHashPool('worker.js', leaving.signal);
	const { begun, outcomes } = jobs(pool, 6);
	await settled();
	leaving.abort();
	const late = pool.run(() => Promise.resolve());
	for (const outcome of [...outcomes, late]) expect(await outcome).toMatchObject({ ok: false, problem: 'cancelled' });
	expect(begun).toEqual([0, 1]);
	expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
});

test('a worker that breaks down takes its own file with it, and the next file gets a new one', async () => {
	const pool = createHashPool('worker.js', new AbortController().signal);
	const hung = pool.run(() => new Promise(() => undefined));
	await settled();
	workers[0]?.breakDown();
	expect(await hung).toMatchObject({ ok: false, problem: 'server-error' });
	expect(workers[0]?.ended).toBe(true);
	const next = await pool.run(async (hashing) => hashing.picture(new ArrayBuffer(8) as unknown as ImageBitmap));
	expect(next).toEqual({ ok: true, value: [] });
	expect(workers.length).toBe(2);
});

test('where no worker may be started every file is told so, and none waits', async () => {
	vi.stubGlobal('Worker', function refused() {
		throw new Error('refused by policy');
	});
	const { begun, outcomes } = jobs(createHashPool('worker.js', new AbortController().signal), 3);
	const told = { ok: false, problem: 'server-error' };
	expect(await Promise.all(outcomes)).toMatchObject([told, told, told]);
	expect(begun).toEqual([]);
});
