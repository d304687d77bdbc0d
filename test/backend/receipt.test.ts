/** Receipts keep: the key stays the same, old ones stay listed, and the command verifies without the service. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSigner } from '../../src/backend/receipts.ts';
import { openStore, StoreInUse, type Store } from '../../src/backend/store/open.ts';
import { receiptKeys } from '../../src/backend/store/receipt-keys.ts';
import { randomText } from '../../src/contract/bytes.ts';
import type { Receipt } from '../../src/contract/receipt.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-receipt-'));
const at = (name: string): string => join(folder, name);
let store: Store;
beforeAll(async () => {
	store = openStore({ kind: 'sqlite', path: at('haven.sqlite') });
	await store.migrate();
});
afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

async function receiptOf(keys: string): Promise<Receipt> {
	const signer = await openSigner(store, at(keys), Date.parse('2026-05-01T00:00:00Z'));
	const said = { id: randomText(16), hash: 'ab'.repeat(32), at: '2026-05-01T12:00:00.000Z' };
	return { v: 1, ...said, key: signer.key, signature: signer.sign(said) };
}

function verify(receipt: unknown, keys: unknown): { code: number | null; said: string } {
	writeFileSync(at('receipt.json'), JSON.stringify(receipt));
	writeFileSync(at('keys.json'), JSON.stringify(keys));
	const command = [join(import.meta.dirname, '../../src/host/cli/main.ts'), 'receipt', 'verify', at('receipt.json')];
	const done = spawnSync(process.execPath, [...command, '--keys', at('keys.json')], { encoding: 'utf8' });
	return { code: done.status, said: done.stdout + done.stderr };
}

const listed = async () =>
	(await receiptKeys(store.db)).map(({ id, key, since }) => ({ id, key, since: new Date(since).toISOString() }));

test('the key is made once, for this user alone, and a new one leaves the old one listed', async () => {
	const first = await receiptOf('keys');
	expect((await receiptOf('keys')).key).toBe(first.key);
	expect(statSync(at('keys/receipt-key.pem')).mode & 0o777).toBe(0o600);
	expect(statSync(at('haven.sqlite')).mode & 0o777).toBe(0o600);
	const second = await receiptOf('other-keys');
	expect(second.key).not.toBe(first.key);
	expect((await listed()).map((key) => key.id)).toEqual(expect.arrayContaining([first.key, second.key]));
	const secret = readFileSync(at('keys/receipt-key.pem'), 'utf8').split('\n')[1] ?? '';
	expect(readFileSync(at('haven.sqlite')).includes(secret)).toBe(false);
});

test('R5: the command verifies a receipt offline, with the list or with the answer of /v1/about', async () => {
	const receipt = await receiptOf('keys');
	const keys = await listed();
	for (const given of [keys, { origin: 'x', receiptKeys: keys }]) {
		const { code, said } = verify(receipt, given);
		expect(code).toBe(0);
		expect(said).toContain(receipt.at);
	}
	for (const change of [{ at: '2026-05-01T12:00:00.001Z' }, { hash: 'cd'.repeat(32) }, { id: randomText(16) }])
		expect(verify({ ...receipt, ...change }, keys).code).toBe(1);
	const other = keys.find((key) => key.id !== receipt.key);
	expect(verify({ ...receipt, key: other?.id }, keys).code).toBe(1);
	expect(
		verify(
			receipt,
			keys.filter((key) => key.id !== receipt.key),
		).said,
	).toContain('not in the list');
	expect(verify('no receipt', keys).code).toBe(2);
	expect(verify(receipt, { keys }).code).toBe(2);
});

test('a second process does not get the SQLite store, and gets it when the first has gone', async () => {
	const path = at('second.sqlite');
	const mine = openStore({ kind: 'sqlite', path });
	const other = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/backend/store/open.ts'))};
		try { await openStore({ kind: 'sqlite', path: ${JSON.stringify(path)} }).close(); console.log('opened'); }
		catch (error) { console.log(error.constructor.name); }`;
	const run = (): string =>
		execFileSync(process.execPath, ['--input-type=module', '-e', other], { encoding: 'utf8' }).trim();
	expect(run()).toBe('StoreInUse');
	expect(() => openStore({ kind: 'sqlite', path })).toThrow(StoreInUse);
	await mine.close();
	expect(run()).toBe('opened');
});
