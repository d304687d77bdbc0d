/** Hints from earlier decisions: read from what a handler holds, by one question for all cases, whoever they are about. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionBody } from '../../src/contract/desk.ts';
import { handlerVerbs } from '../../src/contract/handler-verbs.ts';
import { clientOf } from '../../src/contract/port.ts';
import { ladderOf, precedentsOf } from '../../src/domain/case/ladder.ts';
import { readEarlier } from '../../src/panel/features/case/decide/use-earlier.ts';
import { stepDraft } from '../../src/panel/features/case/log/write.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { canaries, sealedReport } from './setup/sealed.ts';
import { handlerOf, written } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	async function decided(part: Partial<DecisionBody>): Promise<string> {
		const made = await sealedReport(['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		const auth = await backend.signIn('Hana');
		expect((await handlerOf(backend, made, auth).move('received', 'in-review')).status).toBe(200);
		const body: DecisionBody = {
			v: 1,
			desk: 'handlers',
			report: made.id,
			kind: 'decision',
			clauses: ['ucoc:3.1.insults'],
			severity: 'serious',
			outcome: 'violation',
			sanctions: ['warning'],
			rationale: 'For handlers.',
			urgent: false,
			...part,
		};
		const words = await written(made, 'What was found.', 'decision');
		const step = await stepDraft('in-review', 'decided', words);
		expect((await deskOf(backend, world, made.id, auth).write({ ...step, body })).ok).toBe(true);
		return made.id;
	}
	async function earlier(user: string, not: string) {
		const auth = await backend.signIn(user);
		const asked: string[] = [];
		const get = async (path: string): Promise<unknown> => {
			asked.push(path);
			const { status, body } = await backend.call('GET', path, { auth });
			return status === 200 ? { ok: true, value: body } : { ok: false, problem: 'not-found' };
		};
		// The keeper's way to the same two routes, without the wiki that it would ask for its configuration.
		const client = clientOf(handlerVerbs, ({ verb, args }) => {
			const { id = '' } = args as { id?: string };
			return get(verb === 'cases' ? '/v1/cases?limit=500' : `/v1/cases/${id}/events`);
		});
		const signers = Object.fromEntries(
			[...world.keys].map(([name, { public: key }]) => [key.id, { name, sign: key.sign }]),
		);
		const keys = world.key(user).keys;
		const read = await readEarlier(client, wikiA, not, keys, { people: [], signers, service: {} });
		return { decided: read.ok ? read.value : null, asked };
	}

	test('H10: a colleague’s client finds earlier decisions, and asks for those of everybody alike', async () => {
		const violation = await decided({});
		backend.clock.now += 1000;
		const cleared = await decided({ outcome: 'no-violation', sanctions: [] });
		const { decided: found, asked } = await earlier('Hugo', 'A'.repeat(22));
		expect(new Set(found?.map(({ report }) => report))).toEqual(new Set([violation, cleared]));
		expect(found?.find(({ report }) => report === violation)).toMatchObject({
			subject: canaries.subject,
			outcome: 'violation',
			severity: 'serious',
			sanctions: ['warning'],
			open: false,
		});
		for (const id of [violation, cleared]) expect(asked.some((one) => one.includes(id))).toBe(true);
		expect(asked.join()).not.toContain(canaries.subject);
		// Both are of one thing: what was found last is what stands.
		expect(ladderOf(found ?? [], canaries.subject, backend.clock.now)).toEqual([]);
		const alone = (found ?? []).filter(({ report }) => report === violation);
		expect(ladderOf(alone, canaries.subject, backend.clock.now)).toHaveLength(1);
		expect(precedentsOf(alone, ['ucoc:3.1'], 'serious')).toMatchObject([{ sanctions: ['warning'], times: 1 }]);
		expect((await earlier('Hugo', violation)).decided?.map(({ report }) => report)).toEqual([cleared]);
		// Who holds no grant has nothing to go by.
		expect((await earlier('Olga', 'A'.repeat(22))).decided).toEqual([]);
	});
});
