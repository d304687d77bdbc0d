/** Erasing: by two people or by time, never what is held; and backups that do not bring back what was erased. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreBackup } from '../../src/backend/backup/restore.ts';
import { writeBackup } from '../../src/backend/backup/write.ts';
import { eraseOld } from '../../src/backend/retention/erase-old.ts';
import { openStore } from '../../src/backend/store/open.ts';
import { CaseEventsSchema } from '../../src/contract/case-log.ts';
import { firstPrevious } from '../../src/contract/case-event.ts';
import { newDeskKey, sealDesk, sealDeskKey } from '../../src/panel/sealing/desk.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { dumpOf } from './setup/dump.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf, written } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

const day = 24 * 3_600_000;
const days = { withdrawn: 30, decided: 730, urgent: 1095, undecided: 1095 };
const nothing = { kind: 'erase', data: {} } as const;
const hold = { kind: 'hold', data: {} } as const;
const lift = { kind: 'lift-hold', data: {} } as const;

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-backup-'));
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(async () => {
		await backend.stop();
		rmSync(folder, { recursive: true, force: true });
	});
	const handler = async (made: MadeReport, user: 'Hana' | 'Hugo') =>
		handlerOf(backend, made, await backend.signIn(user));
	async function received(change: Parameters<typeof sealedReport>[1] = {}): Promise<MadeReport> {
		const made = await sealedReport(
			['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public),
			change,
		);
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	/** With a note of a handler and a message of the reporter. */
	async function talkedAbout(): Promise<MadeReport> {
		const made = await received();
		const hana = await handler(made, 'Hana');
		const secret = await newDeskKey();
		const box = await sealDeskKey(made.id, secret, world.key('Hana').public.age);
		expect(
			(await hana.write({ kind: 'desk', data: {}, desk: [{ key: world.key('Hana').public.id, box }] })).status,
		).toBe(200);
		const body = { v: 1, desk: 'handlers', report: made.id, kind: 'note', text: 'Seen before.' } as const;
		const note = await sealDesk(body, secret);
		if (!note.ok) throw new Error(note.problem);
		expect((await hana.write({ kind: 'note', data: {}, sealed: note.value })).status).toBe(200);
		expect((await reporterOf(backend, made).write(await written(made, 'Once more.'))).status).toBe(200);
		return made;
	}
	const rowOf = (made: MadeReport) =>
		backend.store.db.selectFrom('report').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow();
	const grantsOf = (made: MadeReport) =>
		backend.store.db.selectFrom('report_grant').selectAll().where('report', '=', made.id).execute();

	test('a case is erased by two people: every box and word goes at once, the skeleton of its log and the receipt stay', async () => {
		const made = await talkedAbout();
		const [hana, hugo] = [await handler(made, 'Hana'), await handler(made, 'Hugo')];
		const boxes = (await grantsOf(made)).flatMap(({ box, desk }) => (desk ? [box, desk] : [box]));
		const before = v.parse(CaseEventsSchema, (await hana.events()).body).events;
		expect((await hana.write(nothing)).status).toBe(200);
		expect((await hana.write(nothing)).body).toMatchObject({ detail: { why: 'second-person' } });
		expect(await grantsOf(made)).toHaveLength(3);
		expect(await hugo.write(nothing)).toMatchObject({ status: 200, body: { grants: [] } });
		for (const one of [hana, hugo]) expect((await one.open()).status).toBe(404);
		expect(await grantsOf(made)).toEqual([]);
		const row = await rowOf(made);
		expect(row).toMatchObject({ state: 'closed', follow: null, version: before.length + 2, hash: made.report.hash });
		expect(row.sealed).toHaveLength(0);
		const log = backend.store.db.selectFrom('case_event').selectAll().where('report', '=', made.id).orderBy('seq');
		const events = await log.execute();
		expect(events.slice(0, before.length).map(({ event }) => JSON.parse(event) as object)).toEqual(
			before.map(({ event }) => event),
		);
		expect(events.map(({ kind }) => kind).slice(-2)).toEqual(['erase', 'erase']);
		expect(events.every(({ sealed }) => sealed === null)).toBe(true);
		const words = JSON.stringify(await dumpOf(backend.store));
		for (const box of boxes) expect(words).not.toContain(Buffer.from(box).toString('base64url'));
		if (place.kind === 'sqlite') {
			const bytes = place.folders().flatMap((root) =>
				readdirSync(root, { recursive: true, withFileTypes: true })
					.filter((file) => file.isFile())
					.map((file) => readFileSync(join(file.parentPath, file.name))),
			);
			for (const box of boxes) expect(bytes.some((file) => file.includes(Buffer.from(box)))).toBe(false);
		}
		const reporter = reporterOf(backend, made);
		expect(await reporter.status()).toMatchObject({ status: 200, body: { state: 'closed', appeal: 'none' } });
		expect((await reporter.write(await written(made, 'Hello?'))).status).toBe(409);
	});

	test('a hold is asked by one and agreed by another, stops hand and time, and ends the same way', async () => {
		const made = await received();
		const [hana, hugo] = [await handler(made, 'Hana'), await handler(made, 'Hugo')];
		const late = backend.clock.now + 5000 * day;
		expect(await hana.write(hold)).toMatchObject({ status: 200, body: { hold: 'asked' } });
		expect((await hana.write(hold)).body).toMatchObject({ detail: { why: 'second-person' } });
		expect(await hugo.write(hold)).toMatchObject({ status: 200, body: { hold: 'on' } });
		expect((await hana.write(nothing)).body).toMatchObject({ detail: { why: 'held' } });
		await eraseOld(backend.store, backend.services.receipts, days, late);
		expect((await rowOf(made)).erased_at).toBeNull();
		expect(await hugo.write(lift)).toMatchObject({ status: 200, body: { hold: 'on' } });
		expect((await hugo.write(lift)).body).toMatchObject({ detail: { why: 'second-person' } });
		expect((await hana.write(nothing)).body).toMatchObject({ detail: { why: 'held' } });
		expect(await hana.write(lift)).toMatchObject({ status: 200, body: { hold: null } });
		const said = v.parse(CaseEventsSchema, (await hana.events()).body).events.map(({ event }) => event.kind);
		expect(said).toEqual(['received', 'hold', 'hold', 'lift-hold', 'lift-hold']);
		expect(await eraseOld(backend.store, backend.services.receipts, days, late)).toBe(1);
		expect((await rowOf(made)).erased_at).toBe(late);
	});

	test('asking for a hold takes back what one person asked to be erased', async () => {
		const made = await received();
		const [hana, hugo] = [await handler(made, 'Hana'), await handler(made, 'Hugo')];
		expect((await hana.write(nothing)).status).toBe(200);
		expect((await hugo.write(hold)).status).toBe(200);
		expect((await hugo.write(nothing)).status).toBe(200);
		expect((await hana.open()).status).toBe(200);
		expect((await rowOf(made)).erase_by).toBe(world.key('Hugo').public.id);
	});

	test('each case goes when its own time is over, and not a millisecond before; its log says so', async () => {
		const cases = {
			withdrawn: await received(),
			decided: await received(),
			urgent: await received({ route: 'threat' }),
			undecided: await received(),
		};
		await reporterOf(backend, cases.withdrawn).withdraw();
		for (const made of [cases.decided, cases.urgent]) {
			const hana = await handler(made, 'Hana');
			await hana.move('received', 'in-review');
			expect((await hana.decide()).status).toBe(200);
		}
		const ids = Object.values(cases).map(({ id }) => id);
		const left = async (): Promise<string[]> => {
			const rows = await backend.store.db
				.selectFrom('report')
				.select('id')
				.where('id', 'in', ids)
				.where('erased_at', 'is', null)
				.execute();
			return Object.entries(cases).flatMap(([name, { id }]) => (rows.some((row) => row.id === id) ? [name] : []));
		};
		const run = (at: number) => eraseOld(backend.store, backend.services.receipts, days, backend.clock.now + at);
		await run(30 * day - 1);
		expect(await left()).toEqual(['withdrawn', 'decided', 'urgent', 'undecided']);
		await run(30 * day);
		expect(await left()).toEqual(['decided', 'urgent', 'undecided']);
		await run(730 * day);
		expect(await left()).toEqual(['urgent', 'undecided']);
		await run(1095 * day);
		expect(await left()).toEqual([]);
		const last = await backend.store.db
			.selectFrom('case_event')
			.select('event')
			.where('report', '=', cases.decided.id)
			.orderBy('seq', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		expect(JSON.parse(last.event)).toMatchObject({ kind: 'erased', data: { why: 'retention' } });
		expect((JSON.parse(last.event) as { previous: string }).previous).not.toBe(firstPrevious);
	});

	test('a restored long-lived backup shows nobody an erased case: nothing in it opens anything; with the grants of before it would', async () => {
		const [made, kept] = [await talkedAbout(), await talkedAbout()];
		const opening = { id: 'o', report: made.id, at: 1, asked_by: 'k', reason: Buffer.from('why') };
		const approval = { opening: 'o', at: 2, approved_by: 'l', box: Buffer.from('a share for who asked') };
		await backend.store.tx(async (tx) => {
			await tx.insertInto('opening').values(opening).execute();
			await tx.insertInto('opening_approval').values(approval).execute();
		});
		const config = backend.services.config.store;
		const [long, grants] = [join(folder, `${place.kind}.long`), join(folder, `${place.kind}.grants`)];
		const boxes = (await backend.store.db.selectFrom('report_grant').select(['box', 'desk']).execute()).flatMap(
			({ box, desk }) => (desk ? [box, desk] : [box]),
		);
		boxes.push(approval.box, Buffer.from(made.report.follow, 'base64'));
		await writeBackup(config, 'long', long, backend.clock.now);
		await writeBackup(config, 'grants', grants, backend.clock.now);
		const text = (file: string): string => gunzipSync(readFileSync(file)).toString();
		for (const box of boxes) {
			expect(text(long)).not.toContain(Buffer.from(box).toString('base64'));
			expect(text(grants)).toContain(Buffer.from(box).toString('base64'));
		}
		expect(text(long)).toContain(made.report.sealed);
		expect(text(grants)).not.toContain(made.report.sealed);

		const before = await dumpOf(backend.store);
		for (const user of ['Hana', 'Hugo'] as const) await (await handler(made, user)).write(nothing);

		const alone = await startTestBackend(world, await place.fresh());
		await alone.store.tx((tx) => tx.deleteFrom('receipt_key').execute());
		await restoreBackup(alone.store, long, 'long');
		for (const one of [made, kept]) {
			expect((await handlerOf(alone, one, await alone.signIn('Hana')).open()).status).toBe(404);
		}
		expect((await alone.call('GET', '/v1/cases', { auth: await alone.signIn('Hana') })).body).toMatchObject({
			cases: [],
		});
		await expect(restoreBackup(alone.store, long, 'long')).rejects.toThrow('not empty');
		await expect(restoreBackup(alone.store, long, 'grants')).rejects.toThrow('of the kind "long"');
		await restoreBackup(alone.store, grants, 'grants');
		const after = await dumpOf(alone.store);
		const passing = ['session', 'sign_in', 'case_presence', 'token_count'];
		for (const table of Object.keys(before).filter((name) => !passing.includes(name))) {
			expect(after[table], table).toEqual(before[table]);
		}
		expect((await handlerOf(alone, kept, await alone.signIn('Hugo')).open()).status).toBe(200);
		await alone.stop();

		// With grants of after the erasing it stays shut, whatever the other backup has.
		await writeBackup(config, 'grants', grants, backend.clock.now);
		const later = openStore(await place.fresh());
		await later.migrate();
		await restoreBackup(later, long, 'long');
		await restoreBackup(later, grants, 'grants');
		const opens = await later.db.selectFrom('report_grant').select('report').distinct().execute();
		expect(opens.map(({ report }) => report)).toContain(kept.id);
		expect(opens.map(({ report }) => report)).not.toContain(made.id);
		await later.close();
	});

	test('half a backup is refused, and leaves nothing', async () => {
		const file = join(folder, `${place.kind}.half`);
		await writeBackup(backend.services.config.store, 'long', file, backend.clock.now);
		const lines = gunzipSync(readFileSync(file)).toString().split('\n');
		writeFileSync(file, gzipSync(`${lines.slice(0, -2).join('\n')}\n`));
		const store = openStore(await place.fresh());
		await store.migrate();
		await expect(restoreBackup(store, file, 'long')).rejects.toThrow('not whole');
		expect(await store.db.selectFrom('report').select('id').execute()).toEqual([]);
		writeFileSync(file, readFileSync(file).subarray(0, 200));
		await expect(restoreBackup(store, file, 'long')).rejects.toThrow();
		await store.close();
	});
});
