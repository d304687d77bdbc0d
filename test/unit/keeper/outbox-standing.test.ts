/** With what right the outbox sends: a token where one is wanted, else work, another one where it is refused. */
import { expect, test } from 'vitest';
import { randomText } from '../../../src/contract/bytes.ts';
import type { Standing } from '../../../src/contract/standing.ts';
import type { ProblemKey } from '../../../src/contract/problem.ts';
import type { Vault } from '../../../src/contract/vault.ts';
import { hasWorked } from '../../../src/backend/standing/work.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { aboutWith, createBackend, genuine, keeperWith, origin, requestOf, waitingReport, wiki } from './haven.ts';

const tokenOf = (name: string) => ({
	key: 'k'.repeat(16).replace(/k/g, '0'),
	message: name.repeat(86),
	signature: 's'.repeat(342),
});

async function keepToken(vault: Vault, name: string, of = wiki): Promise<void> {
	await vault.put('tokens', randomText(16), { origin, wiki: of, token: tokenOf(name) });
}

/** A backend that says no to standings as long as there are problems to name, and asks for so much work. */
function choosy(problems: ProblemKey[], bits = () => 4) {
	const backend = createBackend();
	const standings: Standing[] = [];
	const fetch: typeof globalThis.fetch = async (input, init) => {
		const request = requestOf(input, init);
		if (request.url.endsWith('/v1/about')) {
			return Response.json({ ...aboutWith([genuine]), standing: { work: { bits: bits() }, tokens: null } });
		}
		const { standing } = (await request.clone().json()) as { standing: Standing };
		standings.push(standing);
		const problem = problems.shift();
		return problem ? Response.json({ problem, params: [] }, { status: 422 }) : backend.take(request);
	};
	return { fetch, standings, stored: backend.stored };
}

async function wanting(vault: Vault, wants: 'token' | 'work'): Promise<string> {
	const id = await waitingReport(vault);
	await vault.update('outbox', id, (old) => old && { ...old, wants });
	return id;
}

test('a token of this backend and wiki is spent, and is gone from the vault', async () => {
	const vault = createMemoryVault();
	await wanting(vault, 'token');
	await keepToken(vault, 'x', 'https://other.example/w');
	await keepToken(vault, 'a');
	const backend = choosy([]);
	expect(await keeperWith(vault, backend.fetch).flush({})).toMatchObject({ value: [{ state: 'sent', tries: 1 }] });
	expect(backend.standings).toEqual([{ by: 'token', ...tokenOf('a') }]);
	expect((await vault.all('tokens')).map(({ value }) => value.wiki)).toEqual(['https://other.example/w']);
});

test('who wants none spends none; who wants one and has none works', async () => {
	for (const wants of ['work', 'token'] as const) {
		const vault = createMemoryVault();
		const id = await wanting(vault, wants);
		if (wants === 'work') await keepToken(vault, 'a');
		const hash = (await vault.get('outbox', id))?.report.hash ?? '';
		const backend = choosy([]);
		expect(await keeperWith(vault, backend.fetch).flush({})).toMatchObject({ value: [{ state: 'sent' }] });
		const [standing] = backend.standings;
		expect(standing?.by === 'work' && hasWorked({ id, hash }, standing.nonce, 4)).toBe(true);
		expect(await vault.all('tokens')).toHaveLength(wants === 'work' ? 1 : 0);
	}
});

test('a refused token is dropped and another taken, then work does; it counts as one try', async () => {
	const vault = createMemoryVault();
	await wanting(vault, 'token');
	for (const name of ['a', 'b', 'c']) await keepToken(vault, name);
	const backend = choosy(['token-refused', 'token-refused']);
	expect(await keeperWith(vault, backend.fetch).flush({})).toMatchObject({ value: [{ state: 'sent', tries: 1 }] });
	expect(backend.standings.map(({ by }) => by)).toEqual(['token', 'token', 'work']);
	expect(await vault.all('tokens')).toHaveLength(1);
});

test('more work is asked for: it is looked up again and done', async () => {
	const vault = createMemoryVault();
	const id = await wanting(vault, 'work');
	const hash = (await vault.get('outbox', id))?.report.hash ?? '';
	let bits = 0;
	const backend = choosy(['work-needed'], () => (bits += 5));
	expect(await keeperWith(vault, backend.fetch).flush({})).toMatchObject({ value: [{ state: 'sent', tries: 1 }] });
	const [, second] = backend.standings;
	expect(second?.by === 'work' && hasWorked({ id, hash }, second.nonce, 10)).toBe(true);
});

test('a backend that is never content is asked again later, and not for ever at once', async () => {
	const vault = createMemoryVault();
	const id = await wanting(vault, 'work');
	const backend = choosy(Array.from({ length: 99 }, () => 'work-needed' as const));
	expect(await keeperWith(vault, backend.fetch).flush({})).toMatchObject({
		value: [{ state: 'waiting', tries: 1, problem: 'work-needed' }],
	});
	expect(backend.standings.length).toBeLessThan(6);
	const row = await vault.get('outbox', id);
	expect(row?.notBefore).toBeGreaterThan(1_000_000);
	expect(row?.standing).toBeUndefined();
});

test('a lost answer: the same report goes out again with the same token', async () => {
	const vault = createMemoryVault();
	await wanting(vault, 'token');
	await keepToken(vault, 'a');
	await keepToken(vault, 'b');
	const backend = choosy([]);
	let isLost = true;
	const losing: typeof globalThis.fetch = async (input, init) => {
		const answer = await backend.fetch(input, init);
		if (isLost) throw new TypeError('offline');
		return answer;
	};
	expect(await keeperWith(vault, losing).flush({})).toMatchObject({ value: [{ state: 'waiting' }] });
	isLost = false;
	expect(await keeperWith(vault, losing).flush({ now: true })).toMatchObject({ value: [{ state: 'sent' }] });
	expect(backend.standings[1]).toEqual(backend.standings[0]);
	expect(backend.stored()).toBe(1);
	expect(await vault.all('tokens')).toHaveLength(1);
});
