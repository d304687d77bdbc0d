/** Hash lists in the store, the index and the public log: import, paging, tombstones, quarantine, trouble at the source. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../src/backend/log.ts';
import { openSigner, type ReceiptSigner } from '../../src/backend/receipts.ts';
import { openStore, type Store } from '../../src/backend/store/open.ts';
import { receiptKeys } from '../../src/backend/store/receipt-keys.ts';
import { listRow } from '../../src/backend/store/upload-lists.ts';
import { loggedAfter, loggedVersion } from '../../src/backend/store/upload-log.ts';
import { leavesOf } from '../../src/backend/upload/lists/commit.ts';
import { leafHash, MerkleTree } from '../../src/backend/upload/lists/merkle.ts';
import { listStatus } from '../../src/backend/upload/status.ts';
import { openUpload, type Upload } from '../../src/backend/upload/upload.ts';
import { listLogText } from '../../src/contract/upload-log.ts';
import { startHasher } from '../../src/host/cli/upload-hasher.ts';
import { startListServer, type ListServer } from './setup/list-server.ts';
import { onBothStores } from './setup/stores.ts';
import { checkingFor, legalContact, madePdq, near, secretFile, someRecipient } from './setup/upload.ts';

const pdq = (seed: number): Uint8Array => Buffer.from(madePdq(seed), 'hex');
const md5 = (seed: number): string => createHash('md5').update(String(seed)).digest('hex');

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(Buffer.from(text));
}

onBothStores((place) => {
	const password = secretFile('open sesame');
	let server: ListServer;
	let store: Store;
	let receipts: ReceiptSigner;
	let upload: Upload;
	const now = Date.parse('2026-05-01T12:00:00Z');
	/** Patient, but where a source is to stall: nothing here must depend on how busy the machine is. */
	const open = (stallMs = 30_000): Upload =>
		openUpload(
			checkingFor({
				legalContact,
				classes: { 'child-abuse': { preserveTo: [someRecipient] }, terrorism: { preserveTo: [someRecipient] } },
				lists: [
					{
						id: 'fed',
						class: 'child-abuse',
						format: 'ncmec-v2',
						agreement: 'test',
						source: { url: server.url, login: { user: 'haven', passwordFile: password.path } },
					},
					{ id: 'file', class: 'terrorism', format: 'csv', agreement: 'test', threshold: 10 },
				],
			}),
			{
				store,
				receipts,
				log: openLog('silent'),
				now: () => now,
				wikis: [],
				hasher: startHasher(),
				patience: { stallMs },
			},
		);
	beforeAll(async () => {
		server = await startListServer(3);
	});
	afterAll(async () => {
		await server.stop();
		password.remove();
	});
	beforeEach(async () => {
		store = openStore(await place.fresh());
		await store.migrate();
		receipts = await openSigner(store, password.folder, now);
		upload = open();
		server.trouble = null;
		server.asked.length = 0;
		server.entries = Array.from({ length: 8 }, (_, seed) => ({
			id: `image${seed}`,
			hashes: { md5: md5(seed), pdq: madePdq(seed) },
		}));
	});
	afterEach(async () => {
		await upload.stop();
		await store.close();
	});
	const found = async (id: 'child-abuse' | 'terrorism', hash: Uint8Array, list: string, radius = 31) => {
		await upload.sync();
		return (await upload.indexes.get(id)?.search(hash, [[list, radius]])) ?? [];
	};
	const statusOf = async (id: string) => (await listStatus(store.db, upload.checking)).find((one) => one.list === id);

	test('a list is fetched page by page with its password, and each of its hashes is found from then on', async () => {
		expect(await upload.lists.fetch('fed')).toMatchObject({ ok: true, counts: { added: 16, errors: 0 } });
		expect(server.asked).toHaveLength(3);
		expect(server.authorization).toBe(`Basic ${Buffer.from('haven:open sesame').toString('base64')}`);
		for (let seed = 0; seed < 8; seed++) expect(await found('child-abuse', pdq(seed), 'fed')).toHaveLength(1);
		const [close] = await found('child-abuse', Buffer.from(near(madePdq(3), 31), 'hex'), 'fed');
		expect(close?.distance).toBe(31);
		expect(await found('child-abuse', Buffer.from(near(madePdq(3), 32), 'hex'), 'fed')).toEqual([]);
		expect(await statusOf('fed')).toMatchObject({ state: 'idle', version: 3, matched: { pdq: 8, md5: 8 } });
		expect(await found('terrorism', pdq(3), 'fed'), 'another class knows nothing of it').toEqual([]);
	});

	test('asked again, it begins where it ended; a tombstone withdraws an entry, and it may come back', async () => {
		await upload.lists.fetch('fed');
		server.entries = [
			{ id: 'image3', hashes: null },
			{ id: 'image8', hashes: { pdq: madePdq(8) } },
		];
		server.asked.length = 0;
		expect(await upload.lists.fetch('fed')).toMatchObject({ counts: { added: 1, removed: 2 } });
		// An hour before that: the two clocks differ.
		expect(server.asked[0]).toContain(`from=${encodeURIComponent('2026-05-01T11:00:00.000Z')}`);
		expect(await found('child-abuse', pdq(3), 'fed')).toEqual([]);
		expect(await found('child-abuse', pdq(8), 'fed')).toHaveLength(1);
		server.entries = [{ id: 'image3', hashes: { pdq: madePdq(3) } }];
		expect(await upload.lists.fetch('fed')).toMatchObject({ counts: { added: 1 } });
		expect(await found('child-abuse', pdq(3), 'fed')).toHaveLength(1);
		server.entries = [{ id: 'image3', hashes: { pdq: madePdq(3) } }];
		expect(await upload.lists.fetch('fed')).toMatchObject({ counts: { added: 0, known: 1 } });
	});

	test.each(['stall', 'drip', 'refuse', 'garbage'] as const)(
		'a source in trouble (%s) loses nothing: it goes on from the page before the one where it broke off',
		async (kind) => {
			if (kind === 'stall' || kind === 'drip') {
				await upload.stop();
				upload = open(3_000);
			}
			server.trouble = { kind, page: 2 };
			const done = await upload.lists.fetch('fed');
			const why = { stall: 'stalled', drip: 'stalled', refuse: 'refused', garbage: 'broken' }[kind];
			expect(done).toMatchObject({ ok: false, why });
			const before = (await statusOf('fed'))?.matched['pdq'] ?? 0;
			expect(before).toBeGreaterThanOrEqual(3);
			expect(await found('child-abuse', pdq(0), 'fed')).toHaveLength(1);
			server.trouble = null;
			server.asked.length = 0;
			// Meanwhile one has gone from the first page: all behind it are one place further up.
			server.entries.splice(0, 1);
			expect(await upload.lists.fetch('fed')).toMatchObject({ ok: true });
			expect(server.asked).toHaveLength(3);
			expect(await statusOf('fed')).toMatchObject({ state: 'idle', matched: { pdq: 8, md5: 8 } });
		},
	);

	test.each(['repeat', 'same', 'bare'] as const)(
		'a source that leads on without an end (%s) is left, and told as such',
		async (kind) => {
			server.trouble = { kind, page: kind === 'same' ? 2 : 3 };
			expect(await upload.lists.fetch('fed')).toMatchObject({ ok: false, why: 'repeats' });
			expect(server.asked.length).toBeLessThan(kind === 'bare' ? 120 : 7);
			const pdqs = { repeat: 8, same: 3, bare: 6 }[kind];
			expect(await statusOf('fed')).toMatchObject({ state: 'failed', note: 'repeats', matched: { pdq: pdqs } });
			// Once it is well again nothing is missing.
			server.trouble = null;
			expect(await upload.lists.fetch('fed')).toMatchObject({ ok: true });
			expect(await statusOf('fed')).toMatchObject({ state: 'idle', matched: { pdq: 8 } });
		},
	);

	test('tombstones of what was never there change nothing; a page that is another at the next poll is taken as it is then', async () => {
		server.entries = [
			{ id: 'never', hashes: null },
			{ id: 'image1', hashes: { pdq: madePdq(1) } },
			{ id: 'image2', hashes: { pdq: madePdq(2) } },
		];
		expect(await upload.lists.fetch('fed')).toMatchObject({ ok: true, counts: { added: 2, removed: 0, errors: 0 } });
		server.entries = [
			{ id: 'image1', hashes: null },
			{ id: 'image2', hashes: { pdq: madePdq(2), md5: md5(2) } },
			{ id: 'never', hashes: { pdq: madePdq(3) } },
			{ id: 'never', hashes: null },
		];
		expect(await upload.lists.fetch('fed')).toMatchObject({ ok: true, counts: { added: 2, known: 1, removed: 2 } });
		for (const [seed, count] of [
			[1, 0],
			[2, 1],
			[3, 0],
		] as const) {
			expect(await found('child-abuse', pdq(seed), 'fed')).toHaveLength(count);
		}
	});

	test('a file that is no list of this format, or empty, or cut off, is told as such, and matches nothing', async () => {
		const whole = JSON.stringify({ data: [{ hash_digest: madePdq(1), algorithm: 'PDQ' }, { hash_digest: 'x' }] });
		for (const [text, format, why] of [
			['', 'csv', 'empty'],
			['\n# nothing\n', 'csv', 'empty'],
			['[]', 'tat-json', 'empty'],
			['', 'ncmec-v2', 'broken'],
			[`{"type":"pdq","value":"${madePdq(1)}"}`, 'csv', 'format'],
			[`value,type\n${madePdq(1)},pdq`, 'threatexchange-json', 'broken'],
			[`value,type\n${madePdq(1)},pdq`, 'ncmec-v2', 'broken'],
			[`<queryResult><images/></queryResult>`, 'csv', 'format'],
			[whole.slice(0, 60), 'tat-json', 'broken'],
		] as const) {
			expect(await upload.lists.importFile('file', bytes(text), format), text).toMatchObject({ ok: false, why });
			expect(await statusOf('file')).toMatchObject({ state: 'failed', note: why, matched: { pdq: 0 } });
		}
		expect(await upload.lists.importFile('file', bytes(whole.slice(0, -10)), 'tat-json')).toMatchObject({
			ok: false,
			why: 'broken',
			counts: { added: 1 },
		});
		expect(await upload.lists.importFile('file', bytes(whole), 'tat-json')).toMatchObject({
			ok: true,
			counts: { added: 0, known: 1, errors: 1 },
		});
	});

	test('a list from a file, with errors and junk: good hashes are found, junk is in quarantine, errors are counted', async () => {
		const lines = [madePdq(1), 'broken', '0'.repeat(64), 'f'.repeat(64), madePdq(2), madePdq(1), md5(5)];
		const done = await upload.lists.importFile('file', bytes(lines.join('\n')));
		expect(done).toMatchObject({ ok: true, counts: { added: 5, known: 1, quarantined: 2, errors: 1 } });
		expect(await found('terrorism', pdq(1), 'file')).toHaveLength(1);
		expect(await found('terrorism', Buffer.alloc(32), 'file')).toEqual([]);
		expect(await statusOf('file')).toMatchObject({ matched: { pdq: 2, md5: 1 }, quarantined: 2 });
		expect(await upload.lists.importFile('none', bytes('')), 'a list that is not configured').toBeNull();
	});

	test('a hash that two sources have stays until both have withdrawn it', async () => {
		const line = (id: string, gone = false): string =>
			JSON.stringify({ type: 'pdq', value: madePdq(9), id, deleted: gone });
		await upload.lists.importFile('file', bytes(`${line('a')}\n${line('b')}`), 'tat-json');
		await upload.lists.importFile('file', bytes(line('a', true)), 'tat-json');
		expect(await found('terrorism', pdq(9), 'file')).toHaveLength(1);
		await upload.lists.importFile('file', bytes(line('b', true)), 'tat-json');
		expect(await found('terrorism', pdq(9), 'file')).toEqual([]);
	});

	test('a removed list is matched no longer, and can be imported anew', async () => {
		await upload.lists.fetch('fed');
		expect(await upload.lists.remove('fed')).toBe(16);
		expect(await found('child-abuse', pdq(1), 'fed')).toEqual([]);
		expect(await statusOf('fed')).toMatchObject({ state: 'removed', matched: { pdq: 0, md5: 0 } });
		await upload.lists.fetch('fed');
		expect(await found('child-abuse', pdq(1), 'fed')).toHaveLength(1);
	});

	test('the log is a signed chain, opens to an auditor version by version, and gives a changed entry away', async () => {
		await upload.lists.fetch('fed');
		await upload.lists.importFile('file', bytes(madePdq(20)));
		await upload.lists.remove('fed');
		const log = await loggedAfter(store.db, 0, 100);
		expect(log.map(({ list, version }) => `${list} ${version}`)).toEqual([
			'fed 1',
			'fed 2',
			'fed 3',
			'file 1',
			'fed 4',
		]);
		const key = (await receiptKeys(store.db))[0]?.key ?? '';
		const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
		let previous = '0'.repeat(64);
		for (const row of log) {
			const text = listLogText({ ...row, at: new Date(row.at).toISOString() });
			expect(row.previous).toBe(previous);
			expect(row.hash).toBe(createHash('sha256').update(text).digest('hex'));
			expect(verify(null, Buffer.from(text), publicKey, Buffer.from(row.signature, 'base64url'))).toBe(true);
			previous = row.hash;
		}
		async function recomputed(list: string, version: number): Promise<string> {
			const row = await loggedVersion(store.db, list, version);
			if (!row) throw new Error('no such version');
			const tree = new MerkleTree();
			// As an auditor does it: from the texts and salts that are shown.
			for await (const { salt, text } of leavesOf(store, list, row)) tree.add(leafHash(salt, text));
			return tree.root();
		}
		for (const { list, version, root } of log) expect(await recomputed(list, version)).toBe(root);
		await store.tx((tx) =>
			tx
				.updateTable('upload_entry')
				.set({ value: pdq(99) })
				.where('list', '=', 'file')
				.execute(),
		);
		expect(await recomputed('file', 1)).not.toBe(log[3]?.root);
	});

	test('what was not logged when the service died is logged before it is matched', async () => {
		await upload.lists.importFile('file', bytes(madePdq(1)));
		// As a kill between the two leaves it.
		await store.tx((tx) =>
			tx.updateTable('upload_list').set({ logged: 0, state: 'running' }).where('id', '=', 'file').execute(),
		);
		await upload.stop();
		upload = open();
		expect(await found('terrorism', pdq(1), 'file')).toEqual([]);
		await upload.lists.settle();
		expect(await found('terrorism', pdq(1), 'file')).toHaveLength(1);
		expect(await listRow(store.db, 'file')).toMatchObject({ version: 2, state: 'failed', note: 'broken' });
	});
});
