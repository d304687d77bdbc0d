/** A list that goes by a checkpoint (Tech Against Terrorism's `after`): page by page, deleted entries, trouble, and from there the next time. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../src/backend/log.ts';
import { openSigner } from '../../src/backend/receipts.ts';
import { openStore, type Store } from '../../src/backend/store/open.ts';
import { listStatus } from '../../src/backend/upload/status.ts';
import { openUpload, type Upload } from '../../src/backend/upload/upload.ts';
import { startHasher } from '../../src/host/cli/upload-hasher.ts';
import { checkingFor, legalContact, madePdq, secretFile, someRecipient } from './setup/upload.ts';

/** A stand-in: what it answers after each checkpoint. */
const pages = new Map<string, string>();
const asked: string[] = [];
const server = createServer((request, answer) => {
	const after = new URL(request.url ?? '/', 'http://list').searchParams.get('after') ?? '';
	asked.push(after);
	answer.end(pages.get(after) ?? 'oops');
});
const entry = (seed: number, deleted = false) => ({
	id: `e${seed}`,
	hash_digest: madePdq(seed).toUpperCase(),
	algorithm: 'PDQ',
	ideology: 'x',
	file_type: 'image',
	deleted,
});
const page = (data: object[], after: string | null): string => JSON.stringify({ count: data.length, data, after });

let secret: ReturnType<typeof secretFile>;
let store: Store;
let upload: Upload;
beforeEach(async () => {
	secret = secretFile('a token');
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/list?size=2`;
	store = openStore({ kind: 'sqlite', path: join(secret.folder, 'haven.sqlite') });
	await store.migrate();
	const source = { url, tokenFile: secret.path };
	const checking = checkingFor({
		legalContact,
		classes: { terrorism: { preserveTo: [someRecipient] } },
		lists: [{ id: 'tat', class: 'terrorism', format: 'tat-json', agreement: 'test', source }],
	});
	const receipts = await openSigner(store, secret.folder, 0);
	const needs = { log: openLog('silent'), now: () => 0, wikis: [], hasher: startHasher() };
	upload = openUpload(checking, { store, receipts, ...needs });
	asked.length = 0;
	pages.clear();
	pages.set('', page([entry(1), entry(2)], 'c1'));
	pages.set('c1', page([entry(3), entry(1, true)], 'c2'));
	pages.set('c2', page([], 'c2'));
});
afterEach(async () => {
	await upload.stop();
	await store.close();
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
	secret.remove();
});
const status = async () => (await listStatus(store.db, upload.checking))[0];

test('it is read to its last checkpoint, and asked from there the next time; deleted entries are withdrawn', async () => {
	expect(await upload.lists.fetch('tat')).toMatchObject({ ok: true, counts: { added: 3, removed: 1, errors: 0 } });
	expect(asked).toEqual(['', 'c1', 'c2']);
	expect(await status()).toMatchObject({ state: 'idle', matched: { pdq: 2 } });
	pages.set('c2', page([entry(4), entry(2, true), entry(99, true)], 'c3'));
	pages.set('c3', page([], null));
	asked.length = 0;
	expect(await upload.lists.fetch('tat')).toMatchObject({ ok: true, counts: { added: 1, removed: 1, errors: 0 } });
	expect(asked).toEqual(['c2', 'c3']);
	asked.length = 0;
	await upload.lists.fetch('tat');
	expect(asked, 'the last checkpoint that there was').toEqual(['c3']);
});

test.each([
	['cut off', page([entry(3)], 'c2').slice(0, -5)],
	['a page of words', '<html><title>Sign in</title></html>'],
])('what is no page (%s) is told, keeps what came before, and passes over nothing', async (_, text) => {
	const whole = pages.get('c1') ?? '';
	pages.set('c1', text);
	expect(await upload.lists.fetch('tat')).toMatchObject({ ok: false, why: 'broken' });
	expect((await status())?.matched['pdq']).toBeGreaterThanOrEqual(2);
	pages.set('c1', whole);
	expect(await upload.lists.fetch('tat')).toMatchObject({ ok: true });
	expect(await status()).toMatchObject({ state: 'idle', matched: { pdq: 2 } });
	expect(asked.at(-1)).toBe('c2');
});
