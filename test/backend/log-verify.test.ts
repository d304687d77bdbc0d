/** Logs and their daily snapshots, as the command checks them: whatever was changed, rewritten, cut off or taken away shows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepHeads } from '../../src/backend/jobs/heads.ts';
import { checkPage } from '../../src/backend/verify/snapshots.ts';
import { knownKeys } from '../../src/backend/verify/keys.ts';
import { verifyStore } from '../../src/backend/verify/store.ts';
import { snapshotHash } from '../../src/backend/store/snapshots.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const day = 24 * 3_600_000;

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	let made: MadeReport;
	/** What the page of a wiki would say: it is written from the same rows, and nobody takes it back. */
	const published = new Map<number, Set<string>>();

	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
		made = await sealedReport(['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public));
		await backend.send(made);
		for (const level of ['minor', 'serious', 'severe'] as const) {
			const desk = deskOf(backend, world, made.id, await backend.signIn('Hana'));
			expect((await desk.write({ kind: 'severity', data: { level } })).ok).toBe(true);
			await keepHeads(backend.services, new Map());
			backend.clock.now += day;
		}
		for (const { n, hash } of await snapshots()) published.set(n, new Set([hash]));
	});
	afterAll(() => backend.stop());

	const snapshots = () => backend.store.db.selectFrom('head_snapshot').selectAll().orderBy('n').execute();
	const events = () =>
		backend.store.db.selectFrom('case_event').selectAll().where('report', '=', made.id).orderBy('seq').execute();
	async function faults() {
		const { db } = backend.store;
		const { keys } = await knownKeys(db, backend.services.config, world.directory);
		const found = await verifyStore(db, keys);
		expect(found.unknown).toBe(0);
		const all = [...found.faults, ...checkPage(found.snapshots, published)];
		return all.map(({ of, seq, what }) => `${of === made.id ? 'log' : of} ${seq} ${what}`);
	}
	/** Does it, says what shows, and puts all back. */
	async function shown(tamper: () => Promise<unknown>): Promise<string[]> {
		const [rows, days] = [await events(), await snapshots()];
		const report = await backend.store.db
			.selectFrom('report')
			.select(['version', 'head'])
			.where('id', '=', made.id)
			.executeTakeFirstOrThrow();
		await tamper();
		const found = await faults();
		await backend.store.tx(async (tx) => {
			await tx.deleteFrom('case_event').where('report', '=', made.id).execute();
			await tx.insertInto('case_event').values(rows).execute();
			await tx.deleteFrom('head_snapshot').execute();
			await tx.insertInto('head_snapshot').values(days).execute();
			await tx.updateTable('report').set(report).where('id', '=', made.id).execute();
		});
		expect(await faults()).toEqual([]);
		return found;
	}
	const write = (change: Parameters<typeof backend.store.tx>[0]) => backend.store.tx(change);

	test('one snapshot a day holds on to the one before, and everything holds', async () => {
		expect((await snapshots()).map(({ n }) => n)).toEqual([1, 2, 3]);
		await keepHeads(backend.services, new Map());
		await keepHeads(backend.services, new Map());
		expect(await snapshots()).toHaveLength(4);
		for (const { n, hash } of await snapshots()) published.set(n, new Set([hash]));
		expect(await faults()).toEqual([]);
	});

	test('a log that is cut off shows, also where the report’s row was made to fit', async () => {
		const before = (await events()).at(-2);
		const cut = await shown(() =>
			write(async (tx) => {
				await tx.deleteFrom('case_event').where('report', '=', made.id).where('seq', '=', 4).execute();
				await tx
					.updateTable('report')
					.set({ version: 3, head: before?.hash ?? '' })
					.where('id', '=', made.id)
					.execute();
			}),
		);
		expect([...new Set(cut)]).toEqual(['log 4 snapshot-head']);
		const none = await shown(() => write((tx) => tx.deleteFrom('case_event').where('report', '=', made.id).execute()));
		expect(none).toContain('log 0 head');
	});

	test('a log that was rewritten from an earlier place on shows, also with genuine signatures', async () => {
		const rewritten = await shown(async () => {
			const [, , third] = await events();
			await write(async (tx) => {
				await tx.deleteFrom('case_event').where('report', '=', made.id).where('seq', '>', 2).execute();
				const end = { version: 2, head: JSON.parse(third?.event ?? '{}') as { previous: string } };
				await tx
					.updateTable('report')
					.set({ version: end.version, head: end.head.previous })
					.where('id', '=', made.id)
					.execute();
			});
			const desk = deskOf(backend, world, made.id, await backend.signIn('Hugo'));
			for (const level of ['minor', 'minor'] as const) await desk.write({ kind: 'severity', data: { level } });
		});
		expect([...new Set(rewritten)]).toEqual(['log 3 snapshot-head', 'log 4 snapshot-head']);
	});

	test('a changed byte of a snapshot, one taken away and a new chain of them show', async () => {
		const [, second, , last] = await snapshots();
		if (!second || !last) throw new Error('no snapshots');
		const changed = await shown(() =>
			write((tx) =>
				tx
					.updateTable('head_snapshot')
					.set({ at: second.at + 1 })
					.where('n', '=', 2)
					.execute(),
			),
		);
		expect(changed).toEqual(['snapshot 2 0 snapshot-hash']);
		const between = await shown(() => write((tx) => tx.deleteFrom('head_snapshot').where('n', '=', 2).execute()));
		expect(between).toContain('snapshot 3 0 snapshot-gap');
		const end = await shown(() => write((tx) => tx.deleteFrom('head_snapshot').where('n', '=', 4).execute()));
		expect(end).toEqual(['snapshot 4 0 page-more']);
		const anew = await shown(() => {
			const other = { ...last, heads: '' };
			return write((tx) =>
				tx
					.updateTable('head_snapshot')
					.set({ heads: other.heads, at: last.at - 1, hash: snapshotHash({ ...other, at: last.at - 1 }) })
					.where('n', '=', 4)
					.execute(),
			);
		});
		expect(anew).toEqual(['snapshot 4 0 page-differs']);
	});
});
