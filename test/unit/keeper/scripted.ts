/** A keeper whose configuration is cached already, and a backend that answers by script. */
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import { origin, wiki } from './haven.ts';

const config = {
	wikihaven: 1,
	backend: { origin, operator: 'Us' },
	teams: {},
	routes: {},
	off: [] as string[],
	policies: [],
};

type Answer = { status?: number; json: unknown } | 'offline';

/** Answers by method and path; everything else is not there. */
export async function scripted(answers: Record<string, Answer>, off: string[] = []) {
	let now = Date.parse('2026-01-01T00:00:00Z');
	const vault = createMemoryVault();
	const asked: { route: string; auth: string | null; body: unknown; init: RequestInit | undefined; url: string }[] = [];
	const fetch: typeof globalThis.fetch = async (input, init) => {
		const request = new Request(input, init);
		const route = `${request.method} ${new URL(request.url).pathname}`;
		const text = await request.text();
		asked.push({
			route,
			auth: request.headers.get('authorization'),
			body: text ? JSON.parse(text) : null,
			init,
			url: request.url,
		});
		const answer = answers[route] ?? { status: 404, json: { problem: 'not-found', params: [] } };
		if (answer === 'offline') throw new TypeError('offline');
		return Response.json(answer.json, { status: answer.status ?? 200 });
	};
	const refresh = (): Promise<void> =>
		vault.put('cache', wiki, {
			at: now,
			value: { entries: [{ config: { ...config, off }, revision: 5, at: 0 }], rewritten: false },
		});
	await refresh();
	const services = {
		vault,
		fetch,
		now: () => now,
		process: 'test',
		wikiApi: () => Promise.reject(new Error('the wiki is not asked')),
		handOff: () => Promise.reject(new Error('nothing is handed off here')),
		signal: new AbortController().signal,
	};
	return {
		vault,
		asked,
		services,
		keeper: createKeeper(services),
		pass: async (minutes: number) => {
			now += minutes * 60_000;
			await refresh();
		},
	};
}
