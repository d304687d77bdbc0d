/** A confirmed file is taken down on a real wiki: gone, and out of an administrator's sight as well, for a neutral reason. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base36 } from '../../../src/wiki/uploads.ts';
import { newKey, type KeyPair } from '../../backend/setup/people.ts';
import { makeUploadWorld } from '../../backend/setup/upload-world.ts';
import { eventually, secretFile } from '../../backend/setup/upload.ts';
import { landscape } from '../seeds/picture.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { clientOf, transportAs } from './tools.ts';

const reason = 'Removed under the terms of use';
let wiki: Wiki;
let base: string;
const bytes = (mood: number): Uint8Array<ArrayBuffer> => new Uint8Array(landscape(96, 72, mood));
const sha1Of = (mood: number): string => base36(createHash('sha1').update(bytes(mood)).digest('hex'));

beforeAll(async () => {
	wiki = await testWiki({ seeds: 'people' });
	base = `${wiki.base}/w`;
});
afterAll(() => wiki.stop());

const keeperOf = async (name: string) => clientOf(await wiki.apiAs(name), { about: null }).keeper;
const ask = async (name: string, params: Record<string, string>): Promise<string> => {
	const answer = await transportAs(await wiki.apiAs(name))({ action: 'query', params });
	return JSON.stringify(answer.ok ? answer.value : answer);
};

test('an administrator without the right to suppress begins nothing', async () => {
	await (await wiki.apiAs('Ana')).upload('Kept.png', bytes(1), 'One');
	const file = { wiki: base, title: 'File:Kept.png', sha1: sha1Of(1), reason };
	expect(await (await keeperOf('Admin')).removeFile({ ...file, as: 'Admin' })).toMatchObject({
		problem: 'forbidden',
		params: ['suppressrevision'],
	});
	expect(await ask('Ana', { titles: 'File:Kept.png', prop: 'imageinfo' })).toContain('imageinfo');
});

test('after it a sysop sees neither the file nor its deleted bytes, and the log says nothing of what was in it', async () => {
	const ana = await wiki.apiAs('Ana');
	await ana.upload('Taken.png', bytes(2), 'Two');
	const address = /"url":"([^"]+)"/.exec(
		await ask('Ana', { titles: 'File:Taken.png', prop: 'imageinfo', iiprop: 'url' }),
	)?.[1];
	const file = { wiki: base, title: 'File:Taken.png', sha1: sha1Of(2), as: 'Oluchi', reason };
	const staff = await keeperOf('Oluchi');
	expect(await staff.removeFile(file)).toEqual({ ok: true, value: { deleted: 1, suppressed: 1 } });

	expect((await fetch(address ?? '')).status).toBe(404);
	const archived = { list: 'filearchive', fasha1base36: sha1Of(2), faprop: 'sha1|timestamp' };
	expect(await ask('Oluchi', archived)).toMatch(/"filehidden":true.*"suppressed":true/);
	// What administrators see of deleted files: a link to the bytes of one, and none to the bytes of the other.
	const admin = await wiki.apiAs('Admin');
	await admin.act({ action: 'delete', title: 'File:Kept.png', reason: 'test' });
	const seen = async (title: string): Promise<string> =>
		(await admin.fetch(`/w/index.php?title=Special:Undelete&target=${title}`)).text();
	expect(await seen('File:Kept.png')).toMatch(/[;&]file=\w/);
	expect(await seen('File:Taken.png')).toContain('fileid');
	expect(await seen('File:Taken.png')).not.toMatch(/[;&]file=\w/);
	const log = await ask('Admin', { list: 'logevents', letype: 'delete', letitle: 'File:Taken.png', leprop: 'comment' });
	expect(log).toContain(reason);

	// Begun again where it had stopped: nothing is left to delete, and it stays hidden.
	expect(await staff.removeFile(file)).toMatchObject({ ok: true, value: { deleted: 0 } });
});

test('only the version with these bytes goes where another has taken its place', async () => {
	const ana = await wiki.apiAs('Ana');
	await ana.upload('Both.png', bytes(3), 'Three');
	await ana.upload('Both.png', bytes(4), 'Four');
	const staff = await keeperOf('Oluchi');
	const file = { wiki: base, title: 'File:Both.png', sha1: sha1Of(3), as: 'Oluchi', reason };
	expect(await staff.removeFile(file)).toEqual({ ok: true, value: { deleted: 1, suppressed: 1 } });
	const left = await ask('Ana', { titles: 'File:Both.png', prop: 'imageinfo', iiprop: 'sha1', iilimit: '5' });
	expect(left.match(/"sha1"/g)).toHaveLength(1);
});

test('a confirmed file that was removed and hidden is still opened with the staff key, and with no other, for its time', async () => {
	const { folder, remove } = secretFile('x');
	const world = await makeUploadWorld({ kind: 'sqlite', path: join(folder, 'haven.sqlite') }, { apiBase: base });
	try {
		const { db } = world.backend.store;
		await eventually(() => db.selectFrom('upload_position').selectAll().executeTakeFirst());
		await world.list('abuse', [createHash('md5').update(bytes(7)).digest('hex')]);
		await (await wiki.apiAs('Ana')).upload('Preserved.png', bytes(7), 'Seven');
		const { id } = await eventually(() => db.selectFrom('upload_match').select('id').executeTakeFirst());
		const call = async (name: string, method: string, path: string, body?: unknown) =>
			world.backend.call(method, `/v1/upload/matches/${id}/${path}`, {
				auth: await world.backend.signIn(name),
				...(body === undefined ? {} : { body }),
			});
		expect((await call('Rae One', 'GET', 'preserved')).status, 'nothing before somebody has confirmed').toBe(404);
		expect(await call('Rae One', 'POST', 'decisions', { decision: 'confirm' })).toMatchObject({ status: 200 });
		const file = { wiki: base, title: 'File:Preserved.png', sha1: sha1Of(7), as: 'Oluchi', reason };
		expect(await (await keeperOf('Oluchi')).removeFile(file)).toMatchObject({ value: { deleted: 1, suppressed: 1 } });

		await call('Rae One', 'POST', 'report', { step: 'prepare' });
		expect((await call('Rae Two', 'POST', 'report', { step: 'send' })).body).toMatchObject({ problem: 'not-found' });
		const kept = await call('Rae Two', 'GET', 'preserved');
		const sealed = Buffer.from(String(kept.body['sealed']), 'base64');
		const open = (key: KeyPair): Promise<Uint8Array> => {
			const decrypter = new Decrypter();
			decrypter.addIdentity(key.secret);
			return decrypter.decrypt(sealed);
		};
		const opened = Buffer.from(await open(world.staffKey));
		expect(opened.equals(bytes(7)), 'the very bytes').toBe(true);
		expect(kept.body['sha256']).toBe(createHash('sha256').update(bytes(7)).digest('hex'));
		await expect(open(await newKey())).rejects.toThrow();
		const stored = globSync('haven.sqlite*', { cwd: folder }).map((name) => readFileSync(join(folder, name)));
		expect(stored.filter((one) => one.includes(Buffer.from(bytes(7).subarray(200, 224))))).toEqual([]);
		expect(stored.filter((one) => one.includes(sealed.subarray(-16))).length, 'sealed it is there').toBeGreaterThan(0);

		const given = { step: 'send', file: opened.toString('base64') };
		expect(await call('Rae Two', 'POST', 'report', given)).toMatchObject({ status: 200, body: { stage: 'sent' } });
		expect(world.tip.calls.find(({ verb }) => verb === 'upload')?.body).toContain(opened.toString('latin1'));

		world.backend.clock.now = Date.parse(String(kept.body['until'])) - 1;
		expect((await call('Rae Two', 'GET', 'preserved')).status).toBe(200);
		world.backend.clock.now += 1;
		expect((await call('Rae Two', 'GET', 'preserved')).status, 'its time is over').toBe(404);
	} finally {
		await world.stop();
		remove();
	}
});
