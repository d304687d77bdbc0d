/** Calls a route of a backend as the contract types it: 20 seconds, no cookies, problems as values. */
import * as v from 'valibot';
import { done, failed, Problem, type Outcome } from '../../contract/problem.ts';
import {
	routes,
	type AnswerOf,
	type BodyOf,
	type ParamsOf,
	type Route,
	type RouteName,
} from '../../contract/routes.ts';
import type { KeeperServices } from '../services.ts';

export interface Given<N extends RouteName> {
	readonly params?: ParamsOf<N>;
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: BodyOf<N>;
	/** The report's capability or the session's token, as the route wants it. */
	readonly secret?: string;
}

const requestMs = 20_000;
const schemes: Readonly<Record<Route['access'], string | null>> = {
	anyone: null,
	capability: 'Capability',
	session: 'Bearer',
	handler: 'Bearer',
	custodian: 'Bearer',
	reviewer: 'Bearer',
	recovery: 'Bearer',
};

function address(origin: string, route: Route, given: Given<RouteName>): string {
	const params = (given.params ?? {}) as Readonly<Record<string, string>>;
	const path = route.path.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
	const query = new URLSearchParams(given.query).toString();
	return origin + path + (query && `?${query}`);
}

export async function callBackend<N extends RouteName>(
	{ fetch, signal }: Pick<KeeperServices, 'fetch' | 'signal'>,
	origin: string,
	name: N,
	given: Given<N>,
): Promise<Outcome<AnswerOf<N>>> {
	if (signal.aborted) return failed('cancelled');
	const route: Route = routes[name];
	const scheme = schemes[route.access];
	const limit = AbortSignal.timeout(requestMs);
	let status: number;
	let json: unknown;
	try {
		const response = await fetch(address(origin, route, given), {
			method: route.method,
			headers: {
				accept: 'application/json',
				...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
				...(scheme && given.secret !== undefined ? { authorization: `${scheme} ${given.secret}` } : {}),
			},
			...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
			credentials: 'omit',
			cache: 'no-store',
			redirect: 'error',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.any([signal, limit]),
		});
		status = response.status;
		json = await response.json().catch((error: unknown) => {
			// Cut off while reading is no answer; anything else is one that is not ours.
			if (signal.aborted || limit.aborted) throw error;
			return undefined;
		});
	} catch {
		return failed(signal.aborted ? 'cancelled' : limit.aborted ? 'timed-out' : 'backend-unreachable');
	}
	const problem = v.safeParse(Problem, json);
	if (problem.success) return { ok: false, ...problem.output };
	const parsed = v.safeParse(route.answer, json);
	if (status < 300 && parsed.success) return done(parsed.output as AnswerOf<N>);
	return failed(status === 429 ? 'rate-limited' : 'server-error');
}
