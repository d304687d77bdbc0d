/** Whatever is sent to any route: an answer of the contract's, never a fault of ours, and nothing kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../src/contract/problem.ts';
import { routes, type Route, type RouteName } from '../../src/contract/routes.ts';
import { startTestBackend, type TestBackend } from '../backend/setup/backend.ts';
import { makeWorld } from '../backend/setup/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-input-'));
let backend: TestBackend;
let handler: string;
beforeAll(async () => {
	backend = await startTestBackend(await makeWorld(), { kind: 'sqlite', path: join(folder, 'haven.sqlite') });
	handler = await backend.signIn('Hana');
});
afterAll(async () => {
	await backend.stop();
	rmSync(folder, { recursive: true, force: true });
});

const secret = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
const auths = fc.oneof(
	fc.constant(undefined),
	fc.constant('handler'),
	secret.map((one) => `Capability ${one}`),
	secret.map((one) => `Bearer ${one}`),
	fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)) }),
);
const parts = fc.oneof(
	fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
	fc.string().map((one) => encodeURIComponent(one) || 'x'),
);
const bodies = fc.oneof(
	fc.json(),
	fc.string(),
	fc
		.record({
			v: fc.constantFrom(1, 2),
			wiki: fc.constantFrom('http://a.wiki.test/w', 'http://a.wiki.test/w/', 7),
			route: fc.constantFrom('conduct', 'office', '__proto__'),
			section: fc.constantFrom('ucoc:3.1', 'ucoc:3.1.doxing', null),
			sealed: fc.base64String(),
			hash: fc.stringMatching(/^[0-9a-f]{64}$/),
			grants: fc.array(fc.record({ key: fc.stringMatching(/^[0-9a-f]{16}$/), box: fc.base64String() }), {
				maxLength: 3,
			}),
			code: secret,
			verifier: secret,
			challenge: secret,
			panelOrigin: fc.constantFrom('http://haven.test', 'http://evil.test'),
		})
		.map((one) => JSON.stringify(one)),
);

test.each(Object.keys(routes) as RouteName[])('%s', async (name) => {
	const route: Route = routes[name];
	await fc.assert(
		fc.asyncProperty(auths, parts, fc.webQueryParameters(), bodies, async (auth, part, query, body) => {
			const answer = await backend.call(route.method, `${route.path.replace(':id', part)}?${query}`, {
				...(auth === undefined ? {} : { auth: auth === 'handler' ? handler : auth }),
				...(route.body ? { body } : {}),
			});
			expect(answer.status).toBeLessThan(route.access === 'anyone' && name !== 'startSignIn' ? 500 : 504);
			expect(answer.status).not.toBe(500);
			if (answer.status >= 400) expect(v.safeParse(Problem, answer.body).success).toBe(true);
			else expect(v.safeParse(route.answer, answer.body).success).toBe(true);
		}),
		{ numRuns: 60 },
	);
	expect(await backend.store.db.selectFrom('report').select('id').execute()).toEqual([]);
	// signOut may have ended it.
	handler = await backend.signIn('Hana');
});
