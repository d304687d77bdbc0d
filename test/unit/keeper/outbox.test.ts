/** The outbox: killed at any step, with a backend that fails in every way, each report arrives once and its receipt is kept. */
import { expect, test } from 'vitest';
import type { Vault } from '../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { isRefusal, waitAfter } from '../../../src/keeper/outbox/retry.ts';
import { createBackend, keeperWith, requestOf, waitingReport, wiki } from './haven.ts';

class Killed extends Error {}

/** Dies at the n-th step: nothing after it happens, as when the background is stopped. */
function dying(vault: Vault, fetch: typeof globalThis.fetch, steps: number) {
	let left = steps;
	let die: () => void = () => undefined;
	const died = new Promise<void>((give) => (die = give));
	const step = <T>(work: () => Promise<T>): Promise<T> => {
		if (left-- > 0) return work();
		die();
		return new Promise<never>(() => undefined);
	};
	const killable: Vault = {
		get: (name, key) => step(() => vault.get(name, key)),
		put: (name, key, value) => step(() => vault.put(name, key, value)),
		drop: (name, key) => step(() => vault.drop(name, key)),
		all: (name) => step(() => vault.all(name)),
		update: (name, key, change) => step(() => vault.update(name, key, change)),
		handlerKeys: (owner) => step(() => vault.handlerKeys(owner)),
		keepHandlerKeys: (owner, keys) => step(() => vault.keepHandlerKeys(owner, keys)),
		dropHandlerKeys: (owner) => step(() => vault.dropHandlerKeys(owner)),
		clear: () => step(() => vault.clear()),
	};
	// Killed in mid-request: the backend got it, the answer is lost.
	const asking: typeof fetch = async (...given) => {
		const answer = await fetch(...given);
		return step(async () => answer);
	};
	return { vault: killable, fetch: asking, died };
}

test('sent once, the receipt kept with the report, the outbox empty, by capability and not by session', async () => {
	const [vault, backend] = [createMemoryVault(), createBackend()];
	const id = await waitingReport(vault);
	const keeper = keeperWith(vault, (input, init) => backend.take(requestOf(input, init)));
	const sent = await keeper.flush({});
	expect(sent).toMatchObject({ ok: true, value: [{ id, state: 'sent', tries: 1 }] });
	expect(await vault.all('outbox')).toEqual([]);
	expect(await vault.get('reports', id)).toMatchObject({ subject: 'Somebody', receipt: { id } });
	expect(backend.auth).toEqual([`Capability ${(await vault.get('reports', id))?.secret}`]);
	expect(await keeper.flush({})).toEqual({ ok: true, value: [] });
});

test('killed after any step, in mid-request too, a later start sends it exactly once and keeps its receipt', async () => {
	let steps = 0;
	for (let survived = false; !survived; steps++) {
		const [vault, backend] = [createMemoryVault(), createBackend()];
		const id = await waitingReport(vault);
		const fetch: typeof globalThis.fetch = (input, init) => backend.take(requestOf(input, init));
		const mortal = dying(vault, fetch, steps);
		const first = Promise.resolve(keeperWith(mortal.vault, mortal.fetch).flush({}));
		survived = await Promise.race([first.then(() => true), mortal.died.then(() => false)]);
		// Another process, after the lease of the dead one ran out.
		const later = keeperWith(vault, fetch, () => 1_000_000 + 26_000);
		await later.flush({});
		expect(backend.stored(), `killed at step ${steps}`).toBe(1);
		expect(await vault.all('outbox')).toEqual([]);
		expect((await vault.get('reports', id))?.receipt?.at).toBe('2026-01-01T00:00:01Z');
	}
	expect(steps).toBeGreaterThan(8);
});

test('two processes that flush at once send a report once', async () => {
	const [vault, backend] = [createMemoryVault(), createBackend()];
	for (let count = 0; count < 10; count++) await waitingReport(vault);
	let running = 0;
	let most = 0;
	let requests = 0;
	const fetch: typeof globalThis.fetch = async (input, init) => {
		requests += requestOf(input, init).url.endsWith('/v1/about') ? 0 : 1;
		most = Math.max(most, ++running);
		await new Promise((wake) => setTimeout(wake, 2));
		running -= 1;
		return backend.take(requestOf(input, init));
	};
	await Promise.all([1, 2, 3].map(() => keeperWith(vault, fetch).flush({})));
	expect(requests).toBe(10);
	expect(backend.stored()).toBe(10);
	expect(await vault.all('outbox')).toEqual([]);
	expect(most).toBeLessThanOrEqual(3);
});

test('offline, the backend down, broken or busy: it waits, longer each time, and says why', async () => {
	let now = 1_000_000;
	const answers: [() => Promise<Response>, string][] = [
		[() => Promise.reject(new TypeError('offline')), 'backend-unreachable'],
		[async () => new Response('<html>Bad gateway</html>', { status: 502 }), 'server-error'],
		[async () => Response.json({ problem: 'rate-limited', params: [] }, { status: 429 }), 'rate-limited'],
		[async () => Response.json({ problem: 'server-error', params: [] }, { status: 500 }), 'server-error'],
		[async () => Response.json({ surprise: true }), 'server-error'],
	];
	const vault = createMemoryVault();
	const id = await waitingReport(vault);
	let answer = answers[0]?.[0] ?? (() => Promise.reject(new Killed()));
	const keeper = keeperWith(
		vault,
		() => answer(),
		() => now,
	);
	let before = 0;
	for (const [tries, [next, problem]] of answers.entries()) {
		answer = next;
		expect(await keeper.flush({})).toMatchObject({ value: [{ id, state: 'waiting', tries: tries + 1, problem }] });
		const row = await vault.get('outbox', id);
		const wait = (row?.notBefore ?? 0) - now;
		expect(wait).toBeGreaterThanOrEqual(before);
		before = wait;
		// Not due yet: nothing is asked.
		expect(await keeper.flush({})).toMatchObject({ value: [{ tries: tries + 1 }] });
		now += wait;
	}
	const backend = createBackend();
	const [item] = await vault.all('outbox');
	const working = keeperWith(
		vault,
		(input, init) => backend.take(requestOf(input, init)),
		() => now,
	);
	expect(await working.flush({})).toMatchObject({ value: [{ state: 'sent', tries: answers.length + 1 }] });
	expect(item?.value.tries).toBe(answers.length);
});

test('refused for good: kept with the reason, never sent again, nothing lost', async () => {
	const vault = createMemoryVault();
	const id = await waitingReport(vault);
	let requests = 0;
	const keeper = keeperWith(vault, async () => {
		requests += 1;
		return Response.json({ problem: 'wrong-recipients', params: [] }, { status: 422 });
	});
	expect(await keeper.flush({})).toMatchObject({ value: [{ id, state: 'refused', problem: 'wrong-recipients' }] });
	expect(await keeper.flush({})).toMatchObject({ value: [{ id, state: 'refused', problem: 'wrong-recipients' }] });
	expect(requests).toBe(1);
	expect(await vault.get('outbox', id)).toMatchObject({ report: { sealed: 'AAAA' } });
});

test('a receipt for another report or other bytes is none', async () => {
	const vault = createMemoryVault();
	await waitingReport(vault);
	const receipt = {
		v: 1,
		id: 'x'.repeat(22),
		hash: '0'.repeat(64),
		at: '2026-01-01T00:00:00Z',
		key: '0'.repeat(16),
		signature: 's',
	};
	const keeper = keeperWith(vault, async () => Response.json(receipt));
	expect(await keeper.flush({})).toMatchObject({ value: [{ state: 'waiting', problem: 'server-error' }] });
	expect(await vault.all('outbox')).toHaveLength(1);
});

test('a full disk is told as such', async () => {
	const vault: Vault = {
		...createMemoryVault(),
		all: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
	};
	expect(await keeperWith(vault, () => Promise.reject(new TypeError())).flush({})).toMatchObject({
		ok: false,
		problem: 'storage-failed',
	});
});

test('a report whose row was lost gets one from what the outbox knows', async () => {
	const [vault, backend] = [createMemoryVault(), createBackend()];
	const id = await waitingReport(vault);
	await vault.drop('reports', id);
	await keeperWith(vault, (input, init) => backend.take(requestOf(input, init))).flush({});
	expect(await vault.get('reports', id)).toMatchObject({ id, wiki, subject: null, receipt: { id } });
});

test('waits double up to ten minutes and never come down to nothing', () => {
	expect([1, 2, 3, 4].map((tries) => waitAfter(tries, 1))).toEqual([5_000, 10_000, 20_000, 40_000]);
	expect(waitAfter(1, 0)).toBe(2_500);
	expect(waitAfter(60, 1)).toBe(600_000);
	expect(isRefusal('wrong-recipients')).toBe(true);
	expect(isRefusal('session-expired')).toBe(false);
});
