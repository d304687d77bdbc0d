/** The vault over IndexedDB in a real Chromium: what it keeps, what a dump of the database shows, two realms at once. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { createVault } from '../../src/keeper/vault/vault.ts';
import { launchChromium, type Launched } from './launch.ts';

declare global {
	// What the bundle puts into the page.
	var vaultOf: { createVault: typeof createVault };
}

let chromium: Launched;
let server: Server;
let page: Page;

async function openPage(): Promise<Page> {
	const opened = await chromium.browser.newPage();
	await opened.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	return opened;
}

beforeAll(async () => {
	const bundle = await build({
		entryPoints: ['src/keeper/vault/vault.ts'],
		bundle: true,
		write: false,
		format: 'iife',
		globalName: 'vaultOf',
	});
	const script = bundle.outputFiles[0]?.text ?? '';
	server = createServer((request, response) => {
		response.setHeader('content-type', request.url === '/vault.js' ? 'text/javascript' : 'text/html');
		response.end(
			request.url === '/vault.js' ? script : '<!doctype html><title>vault</title><script src="/vault.js"></script>',
		);
	}).listen(0, '127.0.0.1');
	chromium = await launchChromium();
	page = await openPage();
});
afterAll(async () => {
	await chromium.stop();
	server.close();
});

const wiki = 'https://wiki.example/w';

test('a draft comes back as it was written, after the database was closed too', async () => {
	const draft = await page.evaluate(async (wiki) => {
		const vault = globalThis.vaultOf.createVault('drafts');
		const target = { type: 'comment' as const, wiki, author: 'Somebody', page: 'Talk:Here' };
		await vault.put('drafts', 'key of a draft', {
			target,
			evidence: null,
			kind: 'insults',
			details: 'what was typed',
			alsoNamed: [],
			at: '2026-01-01T00:00:00.000Z',
		});
		vault.close();
		const again = globalThis.vaultOf.createVault('drafts');
		return { one: await again.get('drafts', 'key of a draft'), all: await again.all('drafts') };
	}, wiki);
	expect(draft.one).toMatchObject({ details: 'what was typed', target: { page: 'Talk:Here' } });
	expect(draft.all.map(({ key }) => key)).toEqual(['key of a draft']);
});

test('a dump of IndexedDB shows no word of a sealed row, neither of its key', async () => {
	const dump = await page.evaluate(async (wiki) => {
		const vault = globalThis.vaultOf.createVault('dump');
		const secret = 'S'.repeat(43);
		const target = {
			type: 'comment' as const,
			wiki,
			author: 'CANARY-author',
			page: 'CANARY-page',
			quote: 'CANARY-quote',
		};
		await vault.put('drafts', 'CANARY-key', {
			target,
			evidence: null,
			kind: null,
			details: 'CANARY-details',
			alsoNamed: ['CANARY-named'],
			at: '2026-01-01T00:00:00Z',
		});
		const report = {
			id: 'r'.repeat(22),
			origin: 'https://haven.example',
			wiki,
			secret,
			kind: 'insults' as const,
			subject: 'CANARY-subject',
			at: '2026-01-01T00:00:00Z',
		};
		await vault.put('reports', report.id, report);
		await vault.put('sessions', 'CANARY-wiki', {
			origin: 'https://haven.example',
			token: secret,
			user: 'CANARY-user',
			until: '2026-01-01T00:00:00Z',
		});
		await vault.put('settings', 'settings', { mark: 'CANARY-mark', consents: {} });
		vault.close();
		const database = await new Promise<IDBDatabase>((give, fail) => {
			const opening = indexedDB.open('dump');
			opening.addEventListener('success', () => give(opening.result));
			opening.addEventListener('error', () => fail(new Error('open')));
		});
		const rows: string[] = [];
		for (const name of database.objectStoreNames) {
			const store = database.transaction(name).objectStore(name);
			const read = <T>(request: IDBRequest<T[]>): Promise<T[]> =>
				new Promise((give) => request.addEventListener('success', () => give(request.result)));
			for (const row of [...(await read(store.getAllKeys())), ...(await read(store.getAll()))]) {
				const bytes = row as { iv?: Uint8Array; box?: ArrayBuffer };
				rows.push(`${name}: ${bytes.box ? String.fromCharCode(...new Uint8Array(bytes.box)) : JSON.stringify(row)}`);
			}
		}
		const keys = await new Promise<{ seal: CryptoKey; name: CryptoKey }>((give) => {
			const request = database.transaction('keys').objectStore('keys').get('seal');
			request.addEventListener('success', () => give(request.result as { seal: CryptoKey; name: CryptoKey }));
		});
		database.close();
		return { text: rows.join('\n'), rows: rows.length, extractable: [keys.seal.extractable, keys.name.extractable] };
	}, wiki);
	expect(dump.rows).toBeGreaterThanOrEqual(10);
	expect(dump.text).not.toContain('CANARY');
	expect(dump.text).not.toContain('SSSSSSSS');
	expect(dump.extractable).toEqual([false, false]);
});

test('a sealed row moved to another place is no row', async () => {
	const found = await page.evaluate(async (wiki) => {
		const vault = globalThis.vaultOf.createVault('moved');
		const session = {
			origin: 'https://haven.example',
			token: 'T'.repeat(43),
			user: 'Handler',
			until: '2026-01-01T00:00:00Z',
		};
		await vault.put('sessions', wiki, session);
		await vault.put('sessions', 'https://other.example/w', { ...session, user: 'Other' });
		const database = await new Promise<IDBDatabase>((give) => {
			const opening = indexedDB.open('moved');
			opening.addEventListener('success', () => give(opening.result));
		});
		const store = database.transaction('sessions', 'readwrite').objectStore('sessions');
		await new Promise<void>((give) => {
			const keys = store.getAllKeys();
			keys.addEventListener('success', () => {
				const [one, other] = keys.result;
				const row = store.get(one ?? '');
				row.addEventListener('success', () => {
					store.put(row.result, other ?? '').addEventListener('success', () => give());
				});
			});
		});
		database.close();
		return (await vault.all('sessions')).length;
	}, wiki);
	expect(found).toBe(1);
});

test('update reads and writes in one transaction: of two tabs that take a lease at once one gets it, a hundred times', async () => {
	const other = await openPage();
	const race = (who: string): Promise<number> =>
		(who === 'a' ? page : other).evaluate(async (who) => {
			const vault = globalThis.vaultOf.createVault('leases');
			let won = 0;
			for (let round = 0; round < 100; round++) {
				await vault.update('leases', `round ${round}`, (old) => {
					if (!old) won += 1;
					return old ?? { until: 1, by: who };
				});
			}
			return won;
		}, who);
	const [a, b] = await Promise.all([race('a'), race('b')]);
	expect(a + b).toBe(100);
	await other.close();
});

test('a handler key stays usable and cannot be taken out', async () => {
	const key = await page.evaluate(async () => {
		const vault = globalThis.vaultOf.createVault('handlers');
		const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
		if (!('privateKey' in pair)) throw new Error('no pair');
		const keys = {
			public: { id: '0'.repeat(16), age: 'age1', sign: 'x' },
			age: pair.privateKey,
			sign: pair.privateKey,
		};
		await vault.keepHandlerKeys('CANARY wiki|CANARY name', keys);
		vault.close();
		const again = await globalThis.vaultOf.createVault('handlers').handlerKeys('CANARY wiki|CANARY name');
		const sign = again?.sign as CryptoKey;
		const signature = await crypto.subtle.sign('Ed25519', sign, new TextEncoder().encode('x'));
		const out = await crypto.subtle.exportKey('pkcs8', sign).then(
			() => 'exported',
			(error: unknown) => (error as Error).name,
		);
		return { bytes: signature.byteLength, out };
	});
	expect(key).toEqual({ bytes: 64, out: 'InvalidAccessError' });
});

test('after clear nothing is left, and what is written then can be read by another tab that was open before', async () => {
	const other = await openPage();
	const setting = (mark: string) => ({ mark, consents: {} });
	const read = (page: Page): Promise<string | undefined> =>
		page.evaluate(async () => (await globalThis.vaultOf.createVault('clear').get('settings', 'settings'))?.mark);
	const write = (page: Page, mark: string): Promise<void> =>
		page.evaluate((value) => globalThis.vaultOf.createVault('clear').put('settings', 'settings', value), setting(mark));
	await write(page, 'before');
	expect(await read(other)).toBe('before');
	await page.evaluate(() => globalThis.vaultOf.createVault('clear').clear());
	expect(await read(other)).toBeUndefined();
	await write(other, 'after');
	expect(await read(page)).toBe('after');
	await other.close();
});

test('a database from before the evidence tray keeps its rows and takes the tray in', async () => {
	const found = await page.evaluate(async (wiki) => {
		const before = 'drafts outbox reports pins sessions signIns settings leases cache keys handlers'.split(' ');
		await new Promise<void>((go, fail) => {
			const opening = indexedDB.open('old', 1);
			opening.onupgradeneeded = () => before.forEach((name) => opening.result.createObjectStore(name));
			opening.onerror = () => fail(new Error('not opened'));
			opening.onsuccess = () => {
				const write = opening.result.transaction('leases', 'readwrite');
				write.objectStore('leases').put({ until: 5, by: 'me' }, 'work');
				write.oncomplete = () => {
					opening.result.close();
					go();
				};
			};
		});
		const vault = globalThis.vaultOf.createVault('old');
		const target = { type: 'user' as const, wiki, author: 'Somebody' };
		await vault.put('collecting', wiki, { target, at: '2026-01-01T00:00:00.000Z' });
		return { lease: await vault.get('leases', 'work'), collecting: await vault.get('collecting', wiki) };
	}, wiki);
	expect(found).toMatchObject({ lease: { until: 5, by: 'me' }, collecting: { target: { author: 'Somebody' } } });
});
