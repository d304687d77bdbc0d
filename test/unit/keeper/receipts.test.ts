/** Receipts: only the backend's own signature counts, by a key that is pinned or that it lists. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Vault } from '../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { aboutWith, createBackend, genuine, keeperWith, origin, requestOf, signer, waitingReport } from './haven.ts';

afterEach(() => vi.restoreAllMocks());

/** The backend with what it says of itself, or with nothing but reports. */
function answering(backend: ReturnType<typeof createBackend>, about: object | null): typeof fetch {
	return async (input, init) => {
		const request = requestOf(input, init);
		if (!request.url.endsWith('/v1/about')) return backend.take(request);
		if (about === null) throw new TypeError('offline');
		return Response.json(about);
	};
}

/** A report that needs nothing of the backend any more but its receipt. */
async function workedFor(vault: Vault): Promise<string> {
	const id = await waitingReport(vault);
	await vault.update('outbox', id, (old) => old && { ...old, standing: { by: 'work', nonce: '0' } });
	return id;
}

test('a receipt that nobody signed, or somebody else, is none: the report waits', async () => {
	const stranger = await signer();
	const unsigned = { ...genuine, sign: async () => 'A'.repeat(86) };
	const posing = { ...stranger, id: genuine.id };
	for (const by of [stranger, unsigned, posing]) {
		const [vault, backend] = [createMemoryVault(), createBackend(by)];
		const id = await workedFor(vault);
		for (const [tries, about] of [aboutWith([genuine]), aboutWith([{ ...stranger, id: genuine.id }])].entries()) {
			const keeper = keeperWith(vault, answering(backend, about), () => 1_000_000 * (tries + 1));
			expect(await keeper.flush({})).toMatchObject({ value: [{ id, state: 'waiting', problem: 'server-error' }] });
		}
		expect(await vault.get('outbox', id)).toMatchObject({ tries: 2 });
		expect((await vault.get('reports', id))?.receipt).toBeUndefined();
	}
});

test('a new receipt key counts once the backend lists it, and is pinned; until it can be asked the report waits', async () => {
	const fresh = await signer();
	const [vault, backend] = [createMemoryVault(), createBackend(fresh)];
	const id = await workedFor(vault);
	const asked = (about: object | null, now: number) =>
		keeperWith(vault, answering(backend, about), () => now).flush({});
	expect(await asked(null, 1_000_000)).toMatchObject({ value: [{ state: 'waiting', problem: 'backend-unreachable' }] });
	// What another place says of itself is not this backend's word.
	const elsewhere = aboutWith([genuine, fresh], 'https://other.example');
	expect(await asked(elsewhere, 2_000_000)).toMatchObject({ value: [{ state: 'waiting', problem: 'server-error' }] });
	expect(await asked(aboutWith([genuine, fresh]), 3_000_000)).toMatchObject({ value: [{ id, state: 'sent' }] });
	expect(backend.stored()).toBe(1);
	expect((await vault.get('pins', `staff:${origin}`))?.receipts).toEqual({
		[genuine.id]: genuine.key,
		[fresh.id]: fresh.key,
	});
	await workedFor(vault);
	await vault.update('pins', `staff:${origin}`, (pins) => pins && { ...pins, receipts: { [fresh.id]: fresh.key } });
	expect(await asked(null, 4_000_000)).toMatchObject({ value: [{ state: 'sent' }] });
});

test('a browser that knows no Ed25519 keeps the receipt of a listed key, to be verified elsewhere', async () => {
	const [vault, backend] = [createMemoryVault(), createBackend()];
	const id = await workedFor(vault);
	vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('unknown', 'NotSupportedError'));
	const flushed = await keeperWith(vault, answering(backend, null)).flush({});
	expect(flushed).toMatchObject({ value: [{ id, state: 'sent' }] });
	expect((await vault.get('reports', id))?.receipt).toEqual(backend.kept.get(id));
});
