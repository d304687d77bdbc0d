/** What the backend leaves on the disk and in its log: nothing that says who, about whom, where or what. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { canaries, sealedReport } from './setup/sealed.ts';
import { handlerOf, reporterOf, written } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** The word in the forms in which a file could hold it. */
function formsOf(word: string): Buffer[] {
	const plain = Buffer.from(word);
	// Of base64 the middle, which is the same wherever the word begins in a group of three bytes.
	const shifted = [0, 1, 2].map((shift) =>
		Buffer.concat([Buffer.alloc(shift), plain])
			.toString('base64')
			.slice(4, -4),
	);
	return [
		plain,
		Buffer.from(word, 'utf16le'),
		Buffer.from(plain.toString('hex')),
		...shifted.map((one) => Buffer.from(one)),
	];
}

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	test('R7: 0 bytes of a report, an emergency, messages, an appeal, contact, wishes, names, page and revision in the database and the log', async () => {
		const recipients = ['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public);
		// The reporter is signed in, and the person reported has been here too: their sessions lie in the same store.
		const reporter = await backend.signIn(canaries.reporter);
		await backend.signIn(canaries.subject);
		await backend.call('GET', '/v1/session', { auth: reporter });
		const made = await sealedReport(recipients);
		expect((await backend.send(made)).status).toBe(200);
		await backend.call('GET', `/v1/reports/${made.id}`, { auth: `Capability ${made.secret}` });
		await backend.send({ ...made, report: { ...made.report, hash: '0'.repeat(64) } });
		const emergency = await sealedReport(
			['safety', 'recovery'].map((name) => world.key(name).public),
			{ route: 'threat' },
			{ kind: 'threats', details: canaries.emergency, danger: 'me' },
		);
		expect((await backend.send(emergency)).status).toBe(200);
		const hana = await backend.signIn('Hana');
		await backend.call('GET', '/v1/cases', { auth: hana });
		await backend.call('GET', `/v1/cases/${made.id}`, { auth: hana });
		const [mine, theirs] = [reporterOf(backend, made), handlerOf(backend, made, hana)];
		const steps = [
			() => written(made, canaries.message).then(mine.write),
			() => written(made, canaries.answer, 'message', 'handler').then(theirs.answer),
			() => written(emergency, canaries.message).then(reporterOf(backend, emergency).write),
			() => theirs.move('received', 'in-review'),
			async () => theirs.move('in-review', 'decided', await written(made, canaries.decision, 'decision')),
			async () => mine.appeal([world.key('Hugo').public], await written(made, canaries.appeal, 'appeal')),
			() => mine.thread(),
			() => theirs.thread(),
		];
		for (const step of steps) expect((await step()).status).toBe(200);
		await backend.call('GET', `/v1/${canaries.subject}?q=${canaries.page}`);
		await backend.call('PUT', `/v1/reports/${canaries.page}`, {
			auth: `Capability ${made.secret}`,
			body: canaries.text,
		});
		expect(await backend.store.db.selectFrom('report').select('id').execute()).toHaveLength(2);

		// Where PostgreSQL keeps rows in memory it must write them down first.
		await sql.raw(place.kind === 'sqlite' ? 'pragma wal_checkpoint' : 'checkpoint').execute(backend.store.db);
		const files = place.folders().flatMap(filesIn);
		const whole = files.map((file) => [file, readFileSync(file)] as const);
		const found = (word: string, bytes: Buffer): boolean => formsOf(word).some((form) => bytes.includes(form));
		for (const { id } of [made, emergency])
			expect(
				whole.some(([, bytes]) => found(id, bytes)),
				'the scan finds what is there',
			).toBe(true);
		const log = Buffer.from(backend.logged.join('\n'));
		expect(log.length).toBeGreaterThan(0);
		for (const word of Object.values(canaries).map(String)) {
			expect(
				whole.filter(([, bytes]) => found(word, bytes)).map(([file]) => file),
				word,
			).toEqual([]);
			expect(found(word, log), word).toBe(false);
		}
		// Nor the secrets, nor what would tie an address or a session to a report.
		for (const secret of [made.secret, reporter.slice(7), hana.slice(7)]) {
			expect(whole.filter(([, bytes]) => bytes.includes(secret)).map(([file]) => file)).toEqual([]);
			expect(log.includes(secret)).toBe(false);
		}
		for (const word of [made.id, wikiA, '127.0.0.1', 'Hana']) expect(log.includes(word), word).toBe(false);
	});

	test('no column of a report speaks of an account, and none of a session of a report', async () => {
		const tables = await backend.store.db.introspection.getTables();
		const columns = Object.fromEntries(tables.map((table) => [table.name, table.columns.map((column) => column.name)]));
		expect(columns['report']?.sort()).toEqual([
			'appealed_at',
			'assigned',
			'at',
			'capability',
			'changed',
			'contested_at',
			'decided_at',
			'decided_by',
			'erase_by',
			'erased_at',
			'feedback',
			'follow',
			'handler_wrote',
			'hash',
			'head',
			'hold',
			'hold_by',
			'id',
			'in_group',
			'lease_key',
			'lease_until',
			'moved_by',
			'moved_from',
			'receipt_key',
			'receipt_signature',
			'remainder_hash',
			'reporter_wrote',
			'route',
			'sealed',
			'section',
			'severity',
			'since',
			'snoozed',
			'standing',
			'state',
			'version',
			'wiki',
		]);
		expect(columns['report_grant']?.sort()).toEqual(['at', 'box', 'desk', 'key', 'report', 'wiki']);
		expect(columns['report_message']?.sort()).toEqual(['at', 'id', 'kind', 'report', 'sealed', 'sender']);
		expect(columns['session']?.sort()).toEqual(['person', 'token', 'until', 'wiki']);
		// The rest are the sign-ins, the public receipt keys and Kysely's own two, and hash checking has its own.
		expect(
			Object.keys(columns)
				.filter((name) => !/^(?:kysely|upload)_/.test(name))
				.sort(),
		).toEqual([
			'case_event',
			'case_presence',
			'duty_alert',
			'finding',
			'head_snapshot',
			'hearing',
			'hearing_message',
			'identity',
			'identity_share',
			'opening',
			'opening_approval',
			'receipt_key',
			'recovery',
			'recovery_pass',
			'recovery_use',
			'report',
			'report_grant',
			'report_message',
			'session',
			'sign_in',
			'slowing',
			'spent_token',
			'token_count',
		]);
	});
});
