/** H13 Reports joined by a handler: who is told of the group, and that every report of it is told anew when one joins. */
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { ChangedCasesSchema } from '../../src/contract/case-log.ts';
import { CaseListSchema } from '../../src/contract/case.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	async function sent(...to: string[]): Promise<MadeReport> {
		const made = await sealedReport(to.map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}

	test('H13 two of three see both reports and the group; who sees one of them hears of no group', async () => {
		const [one, two] = [await sent('Hana', 'Hugo', 'recovery'), await sent('Hana', 'recovery')];
		const [hana, hugo] = [await backend.signIn('Hana'), await backend.signIn('Hugo')];
		const group = randomText(16);
		const join = async (made: MadeReport) => {
			backend.clock.now += 1_000;
			return deskOf(backend, world, made.id, hana).write({ kind: 'join', data: { group } });
		};
		const groups = async (auth: string): Promise<(string | null)[]> => {
			const { body } = await backend.call('GET', '/v1/cases?limit=10', { auth });
			return v.parse(CaseListSchema, body).cases.map((row) => row.group);
		};
		// Alone in it, there is no group to tell of.
		const first = await join(one);
		expect(first.ok && first.value.group).toBeNull();
		const since = first.ok ? first.value.changed : '';
		const second = await join(two);
		expect(second.ok && second.value.group).toBe(group);
		const live = await backend.call('GET', `/v1/cases/live?since=${since}`, { auth: hana });
		const { cases, at } = v.parse(ChangedCasesSchema, live.body);
		expect(new Map(cases.map((row) => [row.id, row.group]))).toEqual(
			new Map([
				[two.id, group],
				[one.id, group],
			]),
		);
		expect(at).toBe(second.ok && second.value.changed);
		expect(await groups(hana)).toEqual([group, group]);
		expect(await groups(hugo)).toEqual([null]);

		backend.clock.now += 1_000;
		const parted = await deskOf(backend, world, two.id, hana).write({ kind: 'part', data: {} });
		expect(parted.ok && parted.value.group).toBeNull();
		expect(await groups(hana)).toEqual([null, null]);
	});
});
