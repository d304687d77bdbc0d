/** Uploads are followed on a wiki of files: every one is fetched, hashed here and compared, whoever made it and whatever happens. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pngOf } from '../unit/host/png-file.ts';
import { onBothStores } from './setup/stores.ts';
import { eventually, madePdq } from './setup/upload.ts';
import { hashesOf, makeUploadWorld, pdqOf, picture, type UploadWorld } from './setup/upload-world.ts';

onBothStores((place) => {
	let world: UploadWorld;
	beforeEach(async () => {
		world = await makeUploadWorld(await place.fresh());
	});
	afterEach(() => world.stop());

	const fileRow = (title: string) =>
		world.backend.store.db.selectFrom('upload_file').selectAll().where('title', '=', title).executeTakeFirst();
	const hashed = (title: string) =>
		eventually(async () => {
			const row = await fileRow(title);
			return row?.state === 'done' ? row : undefined;
		});
	const matches = () => world.backend.store.db.selectFrom('upload_match').selectAll().execute();
	/** The follower has its first position. */
	const started = () =>
		eventually(async () => (await world.backend.store.db.selectFrom('upload_position').selectAll().execute())[0]);

	test('an upload by anybody is hashed and compared; the bytes decide, in any turn', async () => {
		await world.list('abuse', [await pdqOf(picture(1)), madePdq(5)]);
		await started();
		world.wiki.upload('File:One.png', picture(1));
		world.wiki.upload('File:Two.png', picture(2));
		await hashed('File:One.png');
		await hashed('File:Two.png');
		expect(await matches()).toMatchObject([
			{ title: 'File:One.png', class: 'child-abuse', state: 'waiting', tag: null },
		]);
		const hits = await world.backend.store.db.selectFrom('upload_hit').selectAll().execute();
		expect(hits).toMatchObject([{ list: 'abuse', kind: 'pdq', distance: 0 }]);
	});

	test('exact hashes are compared too, each list in its own class', async () => {
		const { md5, sha256 } = await hashesOf(picture(3));
		await world.list('abuse', [md5]);
		await world.list('terror', [`${sha256},sha256`]);
		await started();
		world.wiki.upload('File:Three.png', picture(3));
		await hashed('File:Three.png');
		expect((await matches()).map((match) => match.class).sort()).toEqual(['child-abuse', 'terrorism']);
	});

	test('what cannot be read here is compared as the wiki renders it: drawings, videos, files too large; an icon is nothing', async () => {
		await world.list('abuse', [await pdqOf(picture(6))]);
		await started();
		world.wiki.upload('File:Drawing.svg', Buffer.from('<svg/>'), { rendering: picture(6) });
		world.wiki.upload('File:Huge.webm', Buffer.from('huge'), { rendering: picture(6), size: 300_000_000 });
		world.wiki.upload('File:Sound.ogg', Buffer.from('OggS'));
		world.wiki.upload('File:Own.png', picture(7), { rendering: picture(6) });
		for (const title of ['Drawing.svg', 'Huge.webm', 'Sound.ogg', 'Own.png']) await hashed(`File:${title}`);
		expect((await matches()).map(({ title }) => title).sort()).toEqual(['File:Drawing.svg', 'File:Huge.webm']);
		expect(world.wiki.asked.filter((one) => one === 'rendering')).toHaveLength(2);
		const { sha1 } = await hashesOf(Buffer.from('<svg/>'));
		expect(await fileRow('File:Drawing.svg')).toMatchObject({ sha1 });
	});

	test('none is skipped after a stop, nor while the wiki is down, and none is taken twice', async () => {
		world.wiki.upload('File:Before.png', picture(4));
		await hashed('File:Before.png');
		await world.backend.services.upload?.stop();
		for (let n = 0; n < 12; n++) world.wiki.upload(`File:Away ${n}.png`, picture(10 + n));
		world.wiki.isDown = true;
		await world.restart();
		world.backend.clock.now += 24 * 3600 * 1000;
		await eventually(() => Promise.resolve(world.wiki.refused > 1));
		expect(await fileRow('File:Away 0.png')).toBeUndefined();
		world.wiki.isDown = false;
		for (let n = 0; n < 12; n++) await hashed(`File:Away ${n}.png`);
		await world.settled();
		const rows = await world.backend.store.db.selectFrom('upload_file').select('title').execute();
		expect(rows).toHaveLength(13);
	});

	test('existing files are hashed in the background, and compared with what a list gets later', async () => {
		await world.stop();
		world = await makeUploadWorld(await place.fresh(), {
			before(wiki) {
				for (let n = 0; n < 7; n++) wiki.upload(`File:Old ${n}.png`, picture(20 + n), { logged: false });
			},
		});
		for (let n = 0; n < 7; n++) await hashed(`File:Old ${n}.png`);
		expect(await matches()).toEqual([]);
		await world.list('terror', [madePdq(1), await pdqOf(picture(23))]);
		await world.settled();
		expect(await matches()).toMatchObject([{ title: 'File:Old 3.png', class: 'terrorism', state: 'waiting' }]);
		const { sha256 } = await hashesOf(picture(24));
		await world.list('terror', [`${sha256},sha256`]);
		await world.settled();
		expect((await matches()).map((match) => match.title).sort()).toEqual(['File:Old 3.png', 'File:Old 4.png']);
	});

	test('a file that was renamed or overwritten before it was fetched is found; one that is gone is let go', async () => {
		await world.list('abuse', [await pdqOf(picture(30)), await pdqOf(picture(31))]);
		await started();
		world.wiki.isDown = true;
		world.wiki.upload('File:Moved.png', picture(30));
		world.wiki.move('File:Moved.png', 'File:New name.png');
		world.wiki.upload('File:Twice.png', picture(31));
		world.wiki.upload('File:Twice.png', picture(32));
		world.wiki.upload('File:Gone.png', picture(33));
		world.wiki.files.delete('File:Gone.png');
		world.wiki.isDown = false;
		await eventually(async () => (await fileRow('File:Gone.png'))?.state === 'gone');
		await world.settled();
		expect((await matches()).map((match) => match.title).sort()).toEqual(['File:Moved.png', 'File:Twice.png']);
	});

	test('a file that was gone is hashed when it is uploaded again, or when its deletion is undone', async () => {
		await world.list('abuse', [await pdqOf(picture(60)), await pdqOf(picture(61))]);
		await started();
		const [again, undone] = [picture(60), picture(61)];
		world.wiki.upload('File:Again.png', again);
		world.wiki.upload('File:Undone.png', undone);
		const deleted = [...world.wiki.files];
		world.wiki.files.clear();
		for (const title of ['File:Again.png', 'File:Undone.png']) {
			await eventually(async () => (await fileRow(title))?.state === 'gone');
		}
		world.wiki.upload('File:Again.png', again);
		await hashed('File:Again.png');
		world.wiki.files.set('File:Undone.png', deleted.find(([title]) => title === 'File:Undone.png')?.[1] ?? []);
		world.backend.clock.now += 25 * 3600 * 1000;
		await hashed('File:Undone.png');
		expect(await matches()).toHaveLength(2);
	});

	test('a file that is no picture, or a broken one, is compared by its bytes and stops nothing', async () => {
		const text = Buffer.from('not a picture');
		await world.list('abuse', [(await hashesOf(text)).md5]);
		await started();
		world.wiki.upload('File:Text.png', text);
		world.wiki.upload('File:Cut.png', picture(40).subarray(0, 60));
		world.wiki.upload('File:Fine.png', picture(41));
		await hashed('File:Text.png');
		await hashed('File:Cut.png');
		await hashed('File:Fine.png');
		expect(await matches()).toMatchObject([{ title: 'File:Text.png' }]);
	});

	test('no bomb stops the service: what cannot be decoded is compared by its bytes, what is too large by what the wiki says', async () => {
		const huge = pngOf(30_000, 30_000, 8, 6, [['IDAT', deflateSync(Buffer.alloc(10))]]);
		const zip = pngOf(64, 64, 8, 2, [['IDAT', deflateSync(Buffer.alloc(64 << 20), { level: 9 })]]);
		const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>');
		const video = Buffer.from('of gigabytes');
		const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');
		await world.list('abuse', [huge, zip, svg, video].map(sha1));
		await started();
		world.wiki.upload('File:Huge.png', huge);
		world.wiki.upload('File:Zip.png', zip);
		world.wiki.upload('File:Drawing.svg', svg);
		world.wiki.upload('File:Video.webm', video, { size: 5_000_000_000 });
		world.wiki.upload('File:Behind.png', picture(42));
		for (const name of ['Huge.png', 'Zip.png', 'Drawing.svg', 'Video.webm', 'Behind.png']) await hashed(`File:${name}`);
		expect((await matches()).map((match) => match.title).sort()).toEqual([
			'File:Drawing.svg',
			'File:Huge.png',
			'File:Video.webm',
			'File:Zip.png',
		]);
		expect(await fileRow('File:Video.webm'), 'it was not fetched').toMatchObject({ md5: null, sha256: null });
		expect((await world.backend.call('GET', '/health')).status).toBe(200);
	});

	test('a file that somebody let pass is for a person again when something new hits it', async () => {
		await world.list('abuse', [await pdqOf(picture(50))]);
		await started();
		world.wiki.upload('File:Pass.png', picture(50));
		await hashed('File:Pass.png');
		await world.backend.store.tx((tx) =>
			tx.updateTable('upload_match').set({ state: 'not-a-match', decided: 1, alerted: 1 }).execute(),
		);
		await world.list('abuse', [(await hashesOf(picture(50))).sha256 + ',sha256']);
		await world.settled();
		expect(await matches()).toMatchObject([{ state: 'waiting', decided: null }]);
	});
});
