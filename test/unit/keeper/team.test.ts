/** Verbs of a team and of recovery: each to its route with the session, no name in an address; ties from the wiki alone. */
import { expect, test } from 'vitest';
import { randomText } from '../../../src/contract/bytes.ts';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import type { ApiCall } from '../../../src/contract/page-panel.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import { origin, wiki } from './haven.ts';
import { scripted } from './scripted.ts';

const token = 't'.repeat(43);
const [id, report] = [randomText(16), randomText(16)];
const key = 'ab'.repeat(8);
const session = { origin, token, user: 'Hana', until: '2026-02-01T00:00:00Z' };
const event = {
	v: 1,
	report,
	seq: 2,
	previous: 'ab'.repeat(32),
	at: '2026-01-01T00:00:00Z',
	kind: 'grant',
	data: { keys: [key] },
	sealedHash: null,
	by: 'a'.repeat(16),
	signature: 'c2lnbmVk',
} as const;

test('shared and left cases and recovery go to their routes with the token', async () => {
	const { keeper, vault, asked } = await scripted({
		[`GET /v1/team/${key}/cases`]: { json: { reports: [report] } },
		'GET /v1/team/left': { json: { reports: [{ id: report, keys: [key] }] } },
		'GET /v1/recoveries': { json: { pairs: [], recoveries: [] } },
		'POST /v1/recoveries': { json: {} },
		[`GET /v1/recoveries/${id}/reports`]: { json: { reports: [] } },
		[`POST /v1/recoveries/${id}/reports/${report}`]: { json: {} },
	});
	await vault.put('sessions', wiki, session);
	const ask = { id, scope: { of: 'team' as const, team: 'local' }, reason: 'AAAA', passed: [{ key, box: 'AAAA' }] };
	const write = { event: { ...event, data: { keys: [key] } }, grants: [{ key, box: 'AAAA', desk: null }] };
	expect(await keeper.sharedCases({ wiki, key })).toEqual(done({ reports: [report] }));
	expect(await keeper.leftCases({ wiki })).toEqual(done({ reports: [{ id: report, keys: [key] }] }));
	expect(await keeper.recoveries({ wiki })).toEqual(done({ pairs: [], recoveries: [] }));
	expect(await keeper.askRecovery({ wiki, ...ask })).toEqual(done({}));
	expect(await keeper.recoverable({ wiki, recovery: id })).toEqual(done({ reports: [] }));
	expect(await keeper.useRecovery({ wiki, recovery: id, report, ...write })).toEqual(done({}));
	expect(asked.map(({ body }) => body)).toEqual([null, null, null, ask, null, write]);
	expect(new Set(asked.map(({ auth }) => auth))).toEqual(new Set([`Bearer ${token}`]));
});

test('H8: ties are asked of the wiki alone; who is not logged in there, and a wiki that does not answer, is a problem', async () => {
	const { services, asked } = await scripted({});
	const keeperOf = (answer: (call: ApiCall) => Outcome<unknown>) =>
		createKeeper({ ...services, wikiApi: async (_, call) => answer(call) });
	const user = (name: string, id: number) => done({ query: { userinfo: { id, name } } });
	const nobody = keeperOf(() => user('127.0.0.1', 0));
	expect(await nobody.ties({ wiki, users: ['Bo'] })).toMatchObject({ problem: 'not-signed-in' });
	const down = keeperOf(({ params }) => (params['meta'] ? user('Hana', 1) : failed('wiki-unreachable')));
	expect(await down.ties({ wiki, users: ['Bo'] })).toMatchObject({ problem: 'wiki-unreachable' });
	// Oneself is nobody that one could meet.
	expect(await down.ties({ wiki, users: ['hana'] })).toEqual(done({ people: [], partial: false }));
	expect(asked).toEqual([]);
});
