/** Uploads of a real wiki, followed: new files, older versions, renamed and deleted ones, and those that were there before. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { takePage } from '../../../src/backend/jobs/upload-lists.ts';
import { openLog } from '../../../src/backend/log.ts';
import { openSigner } from '../../../src/backend/receipts.ts';
import { openStore, type Store } from '../../../src/backend/store/open.ts';
import { isFile, storedFile } from '../../../src/backend/upload/review/preserve.ts';
import { listStatus } from '../../../src/backend/upload/status.ts';
import { openUpload, type Upload } from '../../../src/backend/upload/upload.ts';
import { followedWikis, type FollowedWiki } from '../../../src/backend/upload/wikis.ts';
import { startHasher } from '../../../src/host/cli/upload-hasher.ts';
import {
	checkingFor,
	eventually,
	legalContact,
	madePdq,
	secretFile,
	someRecipient,
} from '../../backend/setup/upload.ts';
import { hashesOf, pdqOf, picture } from '../../backend/setup/upload-world.ts';
import { landscape } from '../seeds/picture.ts';
import { testWiki } from '../testbed.ts';

const ending = new AbortController();
const { folder, remove } = secretFile('x');
const wiki = await testWiki({ seeds: 'demo' });
const base = `${wiki.base}/w`;
let store: Store;
let upload: Upload;
let followed: FollowedWiki;

const bytes = (mood: number): Uint8Array<ArrayBuffer> => new Uint8Array(picture(mood));
const row = (sha1: string) =>
	store.db.selectFrom('upload_file').selectAll().where('sha1', '=', sha1).executeTakeFirst();
const hashed = (sha1: string) =>
	eventually(async () => {
		const found = await row(sha1);
		return found?.state === 'waiting' ? undefined : found;
	});
async function* lines(all: readonly string[]): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(Buffer.from(all.join('\n')));
}

beforeAll(async () => {
	store = openStore({ kind: 'sqlite', path: `${folder}/haven.sqlite` });
	await store.migrate();
	const log = openLog('silent');
	const wikis = followedWikis([{ base, origins: [] }], 'test', ending.signal);
	followed = wikis[0] as FollowedWiki;
	const receipts = await openSigner(store, folder, Date.now());
	const checking = checkingFor({
		legalContact,
		followSeconds: 1,
		classes: { terrorism: { preserveTo: [someRecipient] } },
		lists: [
			{ id: 'list', class: 'terrorism', format: 'csv', agreement: 'test' },
			{ id: 'own', class: 'wiki', format: 'csv', wiki: base, page: 'Project:Files not wanted' },
		],
	});
	upload = openUpload(checking, { store, receipts, log, now: Date.now, wikis, hasher: startHasher() });
	// The follower begins where the log ends.
	await eventually(() => store.db.selectFrom('upload_position').selectAll().executeTakeFirst());
});
afterAll(async () => {
	ending.abort();
	await upload.stop();
	await store.close();
	await wiki.stop();
	remove();
});

test('uploads, older versions, renamed and deleted files: what the wiki stores is hashed, byte by byte as it has it', async () => {
	await upload.lists.importFile('list', lines([await pdqOf(bytes(1)), (await hashesOf(bytes(2))).md5]));
	const ana = await wiki.apiAs('Ana');
	await ana.upload('Known.png', bytes(1), 'One');
	await ana.upload('Changed.png', bytes(2), 'Two');
	await ana.upload('Changed.png', bytes(3), 'Three');
	await ana.upload('Other.png', bytes(4), 'Four');
	const admin = await wiki.apiAs('Admin');
	await admin.act({ action: 'move', from: 'File:Other.png', to: 'File:Renamed.png', noredirect: true });
	for (const mood of [1, 2, 3, 4]) {
		const { sha1, sha256 } = await hashesOf(bytes(mood));
		const found = await hashed(sha1);
		expect(found?.state, String(mood)).toBe('done');
		expect(Buffer.from(found?.sha256 ?? []).toString('hex')).toBe(sha256);
	}
	const matches = await store.db.selectFrom('upload_match').selectAll().orderBy('title').execute();
	expect(matches.map(({ title, state }) => [title, state])).toEqual([
		['File:Changed.png', 'waiting'],
		['File:Known.png', 'waiting'],
	]);
	// Whose upload it was can be compared with a submission.
	expect((await row((await hashesOf(bytes(1))).sha1))?.tag).toBe(
		upload.tagOf(base, 'Ana', (await hashesOf(bytes(1))).sha1),
	);
});

test('the bytes that were matched are there to be preserved, with their uploader, and not after they were deleted', async () => {
	const { sha1 } = await hashesOf(bytes(2));
	const file = { wiki: base, title: 'File:Changed.png', sha1 };
	const stored = await storedFile([followed], file);
	expect(stored).toMatchObject({ ok: true, value: { user: 'Ana', title: 'File:Changed.png' } });
	expect(stored.ok && isFile(stored.value.bytes, sha1)).toBe(true);
	const admin = await wiki.apiAs('Admin');
	await admin.act({ action: 'delete', title: 'File:Changed.png', reason: 'test' });
	expect(await storedFile([followed], file)).toMatchObject({ ok: false, problem: 'not-found' });
	const ana = await wiki.apiAs('Ana');
	await ana.upload('Gone.png', bytes(5), 'Five');
	await admin.act({ action: 'delete', title: 'File:Gone.png', reason: 'test' });
	expect(['gone', 'done']).toContain((await hashed((await hashesOf(bytes(5))).sha1))?.state);
});

test('a file that cannot be read here is compared as the real wiki renders it', async () => {
	// A JPEG with arithmetic coding: browsers and the wiki's GD show it, our decoder does not. Of the landscape below, by jpegtran.
	const odd = new Uint8Array(readFileSync(join(root, 'test/fixtures/unreadable/arithmetic.jpg')));
	await upload.lists.importFile('list', lines([await pdqOf(landscape(640, 480, 5))]));
	const ana = await wiki.apiAs('Ana');
	await ana.upload('Odd.jpg', odd, 'Odd');
	expect(await hashed((await hashesOf(odd)).sha1)).toMatchObject({ state: 'done' });
	const match = await store.db.selectFrom('upload_match').selectAll().where('title', '=', 'File:Odd.jpg').execute();
	expect(match).toMatchObject([{ state: 'waiting' }]);
});

test('files from before are hashed too', async () => {
	const files = await eventually(async () => {
		const rows = await store.db.selectFrom('upload_file').selectAll().where('urgent', '=', 0).execute();
		return rows.length > 0 && rows.every((one) => one.state !== 'waiting') && rows;
	});
	expect(files.map((one) => one.state)).not.toContain('unreadable');
	expect(files.filter((one) => one.state === 'done').length).toBeGreaterThan(0);
});

test('a list that stands on a page of the wiki is that page as it is: what is taken off it is withdrawn', async () => {
	const list = upload.checking.lists.find((one) => one.id === 'own');
	if (!list) throw new Error('no list');
	const take = () => takePage(list, upload, { store, log: openLog('silent'), now: Date.now });
	const matched = async () =>
		(await listStatus(store.db, upload.checking)).find((one) => one.list === 'own')?.matched['pdq'];
	await take();
	expect(await matched()).toBe(0);
	await wiki.edit('Admin', 'Project:Files not wanted', `${madePdq(1)}\n${madePdq(2)}\nwords`);
	await take();
	expect(await matched()).toBe(2);
	await wiki.edit('Admin', 'Project:Files not wanted', madePdq(2));
	await take();
	await take();
	expect(await matched()).toBe(1);
	await upload.sync();
	const found = await upload.indexes.get('wiki')?.search(Buffer.from(madePdq(2), 'hex'), [['own', 31]]);
	expect(found).toHaveLength(1);
});
