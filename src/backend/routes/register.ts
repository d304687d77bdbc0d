/** Puts the contract's routes before the world: for each the rate, the caller and what was sent are checked here, once. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { done, failed, type Outcome, type Problem } from '../../contract/problem.ts';
import { routes, type Route, type RouteName } from '../../contract/routes.ts';
import { callerOf } from '../auth/caller.ts';
import type { Services } from '../services.ts';
import type { HandlersOf, Handler } from './handler.ts';
import { limits } from './limits.ts';
import type { Rate, Rates } from './rates.ts';
import { statusOf } from './status.ts';

export function problemAnswer(c: Context, { problem, params, detail }: Problem): Response {
	// Its parameter is the seconds to wait.
	if (problem === 'rate-limited' && params[0] !== undefined) c.header('Retry-After', params[0]);
	const told: Problem = { problem, params, ...(detail === undefined ? {} : { detail }) };
	return c.json(told as object, statusOf(problem));
}

/** Which problem a schema's complaint is. */
function complaint(issue: v.BaseIssue<unknown>): Outcome<never> {
	const field = issue.path?.at(-1)?.key;
	if (field === 'section' && issue.type === 'picklist') return failed('unknown-clause');
	return failed(issue.type === 'max_length' ? 'too-long' : 'bad-input');
}

function check(schema: v.GenericSchema | undefined, value: unknown): Outcome<unknown> {
	if (!schema) return done(undefined);
	const parsed = v.safeParse(schema, value);
	return parsed.success ? done(parsed.output) : complaint(parsed.issues[0]);
}

async function bodyOf(c: Context, route: Route): Promise<Outcome<unknown>> {
	if (!route.body) return done(undefined);
	try {
		return check(route.body, await c.req.json());
	} catch {
		return failed('bad-input');
	}
}

/** The answer is wholly in the system's hands, or its reader has gone: then the response closes. */
function afterAnswer(c: Context, work: () => void): void {
	const { outgoing } = c.env as Partial<HttpBindings>;
	if (outgoing) outgoing.once('close', work);
	else setImmediate(work);
}

/** Goes through the checks in order, the cheap ones and those that keep strangers out first. */
async function run(
	c: Context,
	route: Route,
	handler: Handler<RouteName>,
	services: Services,
	rates: Rates,
): Promise<Outcome<unknown>> {
	const caller = await callerOf(route.access, services, c.req.header('authorization'));
	if (!caller.ok) return caller;
	const params = check(route.params, c.req.param());
	if (!params.ok) return params;
	const query = check(route.query, c.req.query());
	if (!query.ok) return query;
	const body = await bodyOf(c, route);
	if (!body.ok) return body;
	const call = {
		params: params.value,
		query: query.value,
		body: body.value,
		caller: caller.value,
		take: (rate: Rate) => rates.take(rate, c),
		afterAnswer: (work: () => void) => afterAnswer(c, work),
	};
	return handler(call as unknown as Parameters<Handler<RouteName>>[0], services);
}

export function register(app: Hono, handlers: HandlersOf, services: Services, rates: Rates): void {
	for (const name of Object.keys(routes) as RouteName[]) {
		const route: Route = routes[name];
		// The table pairs each name with its own types; looked up by a name of any kind they are one and the same.
		const handler = handlers[name] as unknown as Handler<RouteName>;
		const { bytes, rate } = limits[name];
		app.on(
			route.method,
			route.path,
			bodyLimit({ maxSize: bytes, onError: (c) => problemAnswer(c, { problem: 'too-large', params: [] }) }),
			async (c) => {
				const wait = await rates.take(rate, c);
				if (wait !== null) return problemAnswer(c, { problem: 'rate-limited', params: [String(wait)] });
				const outcome = await run(c, route, handler, services, rates);
				return outcome.ok ? c.json(outcome.value as object) : problemAnswer(c, outcome);
			},
		);
	}
}
