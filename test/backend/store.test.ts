/** The store itself: one transaction at a time, all or nothing, tried again where the database asks for it. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIntake, type Grant } from '../../src/backend/store/intake.ts';
import { openStore, type Store, type StoreConfig } from '../../src/backend/store/open.ts';
import { sweep } from '../../src/backend/store/sessions.ts';
import { atStart, firstEvent } from './setup/first-event.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let store: Store;
	let config: StoreConfig;
	beforeAll(async () => {
		config = await place.fresh();
		store = openStore(config);
		await store.migrate();
	});
	afterAll(() => store.close());

	const row = (id: string, at = 1_800_000_000_123) => ({
		id,
		wiki: 'http://a.wiki.test/w',
		route: 'conduct',
		section: 'ucoc:3.1',
		at,
		state: 'received',
		since: at,
		standing: 'work',
		sealed: randomBytes(600),
		hash: 'ab'.repeat(32),
		capability: 'c',
		receipt_key: 'k',
		receipt_signature: 's',
		...atStart,
	});

	test('migrating again does nothing', async () => {
		expect(await store.migrate()).toEqual([]);
	});

	test('values come back as they went in: bytes as bytes, times as numbers', async () => {
		const made = row('values');
		await store.tx((tx) => tx.insertInto('report').values(made).execute());
		const back = await store.db.selectFrom('report').selectAll().where('id', '=', 'values').executeTakeFirstOrThrow();
		expect({ ...back, sealed: Buffer.from(back.sealed) }).toMatchObject(made);
	});

	test('many that change one number at the same time: every change counts', async () => {
		await store.tx((tx) => tx.insertInto('receipt_key').values({ id: 'counter', key: '', since: 0 }).execute());
		const add = (): Promise<void> =>
			store.tx(async (tx) => {
				const { since } = await tx
					.selectFrom('receipt_key')
					.select('since')
					.where('id', '=', 'counter')
					.executeTakeFirstOrThrow();
				await tx
					.updateTable('receipt_key')
					.set({ since: since + 1 })
					.where('id', '=', 'counter')
					.execute();
			});
		await Promise.all(Array.from({ length: 24 }, add));
		const after = await store.db.selectFrom('receipt_key').select('since').where('id', '=', 'counter').execute();
		expect(after).toMatchObject([{ since: 24 }]);
	});

	test('a change that fails leaves nothing, and the next one works', async () => {
		const failing = store.tx(async (tx) => {
			await tx.insertInto('report').values(row('half')).execute();
			throw new RangeError('no');
		});
		await expect(failing).rejects.toThrow(RangeError);
		expect(await store.db.selectFrom('report').select('id').where('id', '=', 'half').execute()).toEqual([]);
		await store.tx((tx) => tx.insertInto('report').values(row('whole')).execute());
	});

	const along = (id: string, grants: readonly Grant[]) => ({
		event: firstEvent(id),
		grants,
		spent: null,
		identity: null,
	});

	test('reports kept together: doubles among them are kept once, each is told which was first', async () => {
		const intake = openIntake(store);
		const ids = ['one', 'two', 'one', 'three', 'one'];
		const answers = await Promise.all(
			ids.map((id, at) => intake.keep(row(id, at), along(id, [{ key: `key${at}`, box: randomBytes(40) }]))),
		);
		expect(answers.map((kept) => (typeof kept === 'string' ? kept : kept.at))).toEqual(['kept', 'kept', 0, 'kept', 0]);
		const grants = await store.db
			.selectFrom('report_grant')
			.select(['report', 'key', 'at'])
			.where('report', 'in', ids)
			.orderBy('key')
			.execute();
		expect(grants).toMatchObject([
			{ report: 'one', key: 'key0', at: 0 },
			{ report: 'two', key: 'key1', at: 1 },
			{ report: 'three', key: 'key3', at: 3 },
		]);
	});

	test('more than fits into one statement is kept too', async () => {
		const intake = openIntake(store);
		const grants = Array.from({ length: 200 }, (_, key) => ({ key: `k${key}`, box: randomBytes(30) }));
		const ids = Array.from({ length: 60 }, (_, number) => `many${number}`);
		expect(await Promise.all(ids.map((id) => intake.keep(row(id), along(id, grants))))).toEqual(ids.map(() => 'kept'));
		const count = await store.db
			.selectFrom('report_grant')
			.select(({ fn }) => fn.countAll<number>().as('grants'))
			.where('report', 'in', ids)
			.executeTakeFirstOrThrow();
		expect(count.grants).toBe(12_000);
	});

	test('what is over is swept away, what is not stays', async () => {
		const now = 1_000_000_000;
		const day = 24 * 3600 * 1000;
		const session = (token: string, until: number) => ({ token, wiki: 'w', person: randomBytes(30), until });
		await store.tx(async (tx) => {
			await tx
				.insertInto('session')
				.values([session('old', now - day - 1), session('ended', now - 1), session('live', now + 1)])
				.execute();
			await tx
				.insertInto('sign_in')
				.values(
					['past', 'coming'].map((state, n) => ({
						state,
						wiki: 'w',
						challenge: '',
						panel_origin: '',
						verifier: '',
						until: now - 1 + 2 * n,
						code: null,
						person: null,
					})),
				)
				.execute();
		});
		await sweep(store, now);
		const sessions = await store.db.selectFrom('session').select('token').orderBy('token').execute();
		expect(sessions.map((one) => one.token)).toEqual(['ended', 'live']);
		expect(await store.db.selectFrom('sign_in').select('state').execute()).toMatchObject([{ state: 'coming' }]);
	});
});
