/** Every route with every kind of caller, made from the route table: a route added tomorrow is in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { routes, type Access, type Route, type RouteName } from '../../src/contract/routes.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, wikiA, wikiB, type World } from './setup/people.ts';
import { onBothStores } from './setup/stores.ts';

const callers = [
	'nobody',
	'garbage',
	'a made-up token',
	'an expired session',
	'a signed-out session',
	'a capability',
	'somebody signed in',
	'a handler of another wiki where they are nobody',
	'a handler',
	'staff',
	'a custodian',
	'a reviewer of matches',
	'a holder of a recovery share',
] as const;
type Caller = (typeof callers)[number];

/** What must come back before anything else is looked at; `in` means that access is given. */
const expected: Record<Access, (caller: Caller) => 'in' | 401 | 403> = {
	anyone: () => 'in',
	capability: (caller) => (caller === 'a capability' ? 'in' : 403),
	session: (caller) => (callers.indexOf(caller) >= callers.indexOf('somebody signed in') ? 'in' : 401),
	handler(caller) {
		if (callers.indexOf(caller) >= callers.indexOf('a handler')) return 'in';
		return expected.session(caller) === 'in' ? 403 : 401;
	},
	recovery: (caller) =>
		caller === 'a holder of a recovery share' ? 'in' : expected.session(caller) === 'in' ? 403 : 401,
	reviewer: (caller) => (caller === 'a reviewer of matches' ? 'in' : expected.session(caller) === 'in' ? 403 : 401),
	custodian: (caller) => (caller === 'a custodian' ? 'in' : expected.session(caller) === 'in' ? 403 : 401),
};

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		const reviewer = {
			role: 'hash-review-child-abuse',
			name: 'Reviewer',
			key: world.key('Olga').public,
			accounts: [{ wiki: wikiA, user: 'Rae' }],
		};
		const holder = {
			role: 'recovery-share',
			name: 'Ana',
			key: world.key('Bea').public,
			accounts: [{ wiki: wikiA, user: 'Ana' }],
		};
		const staff = [...(world.staff ?? []), reviewer, holder];
		backend = await startTestBackend(world, await place.fresh(), { staff });
	});
	afterAll(() => backend.stop());

	const make: Record<Caller, () => Promise<string | undefined>> = {
		nobody: () => Promise.resolve(undefined),
		garbage: () => Promise.resolve("Bearer ' or 1=1 --"),
		'a made-up token': () => Promise.resolve(`Bearer ${randomText(32)}`),
		async 'an expired session'() {
			const auth = await backend.signIn('Hana');
			await backend.store.tx((tx) =>
				tx
					.updateTable('session')
					.set({ until: backend.clock.now - 1 })
					.execute(),
			);
			return auth;
		},
		async 'a signed-out session'() {
			const auth = await backend.signIn('Hana');
			await backend.call('DELETE', '/v1/session', { auth });
			return auth;
		},
		'a capability': () => Promise.resolve(`Capability ${randomText(32)}`),
		'somebody signed in': () => backend.signIn('Anna'),
		'a handler of another wiki where they are nobody': () => backend.signIn('Hana', wikiB),
		'a handler': () => backend.signIn('Hana'),
		staff: () => backend.signIn('Staff safety'),
		'a reviewer of matches': () => backend.signIn('Rae'),
		'a holder of a recovery share': () => backend.signIn('Ana'),
		'a custodian': () => backend.signIn('Staff custodian'),
	};

	const matrix = (Object.keys(routes) as RouteName[]).flatMap((name) =>
		callers.map((caller) => [name, caller] as const),
	);
	test.each(matrix)('H7: %s as %s', async (name, caller) => {
		const route: Route = routes[name];
		const auth = await make[caller]();
		const answer = await backend.call(
			route.method,
			route.path.replace(/:[a-z]+/g, () => randomText(16)),
			{
				...(auth === undefined ? {} : { auth }),
				...(route.body ? { body: {} } : {}),
			},
		);
		const want = expected[route.access](caller);
		if (want === 'in') expect([401, 403]).not.toContain(answer.status);
		else expect(answer.status).toBe(want);
		if (want === 401) {
			const ended = caller === 'an expired session';
			expect(answer.body).toMatchObject({ problem: ended ? 'session-expired' : 'not-signed-in' });
		}
	});
});
