/** New entries of a list against files that were hashed long ago: all of them, by looks and by bytes, none twice. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileIndex } from '../../src/backend/upload/file-index.ts';
import { sha1Bytes } from '../../src/backend/upload/match.ts';
import { packViews, viewIds } from '../../src/contract/upload-views.ts';
import { wikiA } from './setup/people.ts';
import { onBothStores } from './setup/stores.ts';
import { eventually, madePdq, near } from './setup/upload.ts';
import { hashesOf, makeUploadWorld, pdqOf, picture, type UploadWorld } from './setup/upload-world.ts';

/** More than are compared at a time. */
const count = 5_200;
const title = (n: number): string => `File:Stored ${n}.png`;
const sha1 = (n: number): string => n.toString(36).padStart(31, '0');
const exact = (kind: 'md5' | 'sha256', n: number): Buffer => createHash(kind).update(`file ${n}`).digest();
/** Of its last view: the first is another one. */
const pdq = (n: number): string => madePdq(1_000_000 + n);

onBothStores((place) => {
	let world: UploadWorld;
	beforeAll(async () => {
		world = await makeUploadWorld(await place.fresh());
		const row = { wiki: wikiA, at: 0, tag: '', state: 'done', urgent: 0, tries: 0, due: 0 };
		const rows = Array.from({ length: count }, (_, at) => {
			const n = at + 1;
			const first = { view: viewIds[0] ?? 'full/original', hash: madePdq(n) };
			const views = packViews([first, { view: viewIds[15] ?? 'full/original', hash: pdq(n) }]);
			// Some files are no pictures.
			const own = { title: title(n), sha1: sha1(n), views: n % 7 === 0 ? new Uint8Array() : views, n };
			return { ...row, ...own, md5: exact('md5', n), sha256: exact('sha256', n) };
		});
		for (let from = 0; from < count; from += 1_000) {
			const some = rows.slice(from, from + 1_000);
			await world.backend.store.tx((tx) => tx.insertInto('upload_file').values(some).execute());
		}
	});
	afterAll(() => world.stop());

	const titles = async (): Promise<string[]> => {
		const rows = await world.backend.store.db.selectFrom('upload_match').select('title').execute();
		return rows.map((row) => row.title ?? '').sort();
	};
	const hits = () => world.backend.store.db.selectFrom('upload_hit').selectAll().execute();

	test('the first and the last, at the border of a page, by any view and any exact hash: each is found once', async () => {
		const looks = [1, 2_500, 2_501, count];
		const bytes = { md5: 7, sha1: 14, sha256: 21 };
		await world.list('abuse', [
			...looks.map((n) => near(pdq(n), 31)),
			near(pdq(3), 32),
			exact('md5', bytes.md5).toString('hex'),
			Buffer.from(sha1Bytes(sha1(bytes.sha1))).toString('hex'),
			`${exact('sha256', bytes.sha256).toString('hex')},sha256`,
			madePdq(9_000_000),
		]);
		await world.settled();
		expect(await titles()).toEqual([...looks, ...Object.values(bytes)].map(title).sort());
		const found = await hits();
		expect(found.map(({ kind }) => kind).sort()).toEqual(['md5', 'pdq', 'pdq', 'pdq', 'pdq', 'sha1', 'sha256']);
		for (const hit of found.filter(({ kind }) => kind === 'pdq')) {
			expect(hit).toMatchObject({ list: 'abuse', distance: 31, view: viewIds[15] });
		}
	});

	test('who uploads does not wait until all files are read in: what looks alike is told a little later', async () => {
		const files = openFileIndex(world.backend.store);
		try {
			const hashes = Buffer.from(madePdq(3), 'hex');
			expect(await files.near(wikiA, hashes, 0)).toEqual([]);
			expect(await files.near(wikiA, hashes, 60_000)).toEqual([{ title: title(3), sha1: sha1(3), distance: 0 }]);
		} finally {
			await files.stop();
		}
	});

	test('what came before is not compared again, what is junk or was withdrawn at once is never', async () => {
		const before = (await hits()).length;
		await world.backend.store.tx((tx) => tx.deleteFrom('upload_match').execute());
		const gone = `{"type":"pdq","value":"${pdq(11)}","id":"x"}\n{"type":"pdq","value":"${pdq(11)}","id":"x","deleted":true}`;
		async function* lines(): AsyncGenerator<Uint8Array> {
			yield await Promise.resolve(Buffer.from(`${gone}\n{"type":"pdq","value":"${pdq(12)}","quality":10,"id":"y"}`));
		}
		await world.backend.services.upload?.lists.importFile('abuse', lines(), 'tat-json');
		await world.list('abuse', [pdq(13)]);
		await world.settled();
		expect(await titles()).toEqual([title(13)]);
		expect(await hits()).toHaveLength(before + 1);
	});

	test('a long list is compared too: by its index', async () => {
		await world.backend.store.tx((tx) => tx.deleteFrom('upload_match').execute());
		const long = Array.from({ length: 17_000 }, (_, n) => madePdq(20_000_000 + n));
		await world.list('terror', [...long, near(pdq(40), 30), near(pdq(5_000), 30), exact('md5', 41).toString('hex')]);
		await world.settled();
		expect(await titles()).toEqual([40, 41, 5_000].map(title).sort());
	});

	test('an upload is hashed and compared while a list is compared with the stored files, and with that list as well', async () => {
		await world.backend.store.tx((tx) => tx.deleteFrom('upload_match').execute());
		const index = world.backend.services.upload?.indexes.get('child-abuse');
		if (!index) throw new Error('no index');
		const sift = index.sift.bind(index);
		let pages = 0;
		let go = (): void => undefined;
		const held = new Promise<void>((resolve) => (go = resolve));
		index.sift = async (...given) => {
			pages++;
			await held;
			return sift(...given);
		};
		try {
			await world.list('abuse', [await pdqOf(picture(1)), pdq(51)]);
			await eventually(() => Promise.resolve(pages > 0));
			world.wiki.upload('File:Meanwhile.png', picture(1));
			const { sha1: own } = await hashesOf(picture(1));
			await eventually(async () =>
				(await world.backend.store.db.selectFrom('upload_file').selectAll().where('sha1', '=', own).execute()).some(
					(row) => row.state === 'done',
				),
			);
			expect(await titles()).toEqual(['File:Meanwhile.png']);
			go();
			await world.settled();
		} finally {
			go();
			index.sift = sift;
		}
		expect(await titles()).toEqual(['File:Meanwhile.png', title(51)]);
	});
});
