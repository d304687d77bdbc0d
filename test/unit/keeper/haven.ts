/** A stand-in for the backend that keeps reports and signs receipts, and a keeper with a report that waits. */
import { keyIdOf, randomText, sha256, toBase64Url, toHex } from '../../../src/contract/bytes.ts';
import { receiptText, type Receipt } from '../../../src/contract/receipt.ts';
import type { SealedReport } from '../../../src/contract/report.ts';
import type { Vault } from '../../../src/contract/vault.ts';
import { newPins } from '../../../src/domain/keys/pins.ts';
import { createKeeper } from '../../../src/keeper/main.ts';

export const wiki = 'https://wiki.example/w';
export const origin = 'https://haven.example';

export async function signer() {
	const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
	const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
	return {
		key,
		id: await keyIdOf(key),
		async sign(receipt: Pick<Receipt, 'id' | 'hash' | 'at'>): Promise<string> {
			const text = new TextEncoder().encode(receiptText(receipt));
			return toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, text)));
		},
	};
}
export const genuine = await signer();

/** What the backend says of itself, with these keys for its receipts. */
export const aboutWith = (receiptKeys: { id: string; key: string }[], of = origin) => ({
	origin: of,
	operator: 'Us',
	version: '1',
	now: '2026-01-01T00:00:00Z',
	wikis: [wiki],
	staff: [],
	receiptKeys: receiptKeys.map(({ id, key }) => ({ id, key, since: '2026-01-01T00:00:00Z' })),
	standing: { work: { bits: 0 }, tokens: null },
});

/** A stand-in for the backend with its one promise: the same id again is the same report and the same receipt. */
export function createBackend(by = genuine) {
	const kept = new Map<string, Receipt>();
	const auth: string[] = [];
	let stored = 0;
	const take = async (request: Request): Promise<Response> => {
		if (request.url.endsWith('/v1/about')) return Response.json(aboutWith([by]));
		auth.push(request.headers.get('authorization') ?? '');
		const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
		const { hash } = (await request.json()) as SealedReport;
		const known = kept.get(id);
		if (known) return Response.json(known);
		// Each report that is kept has a time of its own, and so a receipt of its own.
		const at = `2026-01-01T00:00:${String(++stored).padStart(2, '0')}Z`;
		const receipt: Receipt = { v: 1, id, hash, at, key: by.id, signature: '' };
		kept.set(id, receipt);
		Object.assign(receipt, { signature: await by.sign(receipt) });
		return Response.json(receipt);
	};
	return { kept, auth, take, stored: () => stored };
}

export function keeperWith(vault: Vault, fetch: typeof globalThis.fetch, now = () => 1_000_000) {
	return createKeeper({
		vault,
		fetch,
		now,
		process: randomText(8),
		wikiApi: () => Promise.reject(new Error('no wiki here')),
		handOff: () => Promise.reject(new Error('nothing is handed off here')),
		signal: new AbortController().signal,
	});
}

export async function waitingReport(vault: Vault, at = '2026-01-01T00:00:00Z'): Promise<string> {
	const id = randomText(16);
	const secret = randomText(32);
	const hash = toHex(await sha256(id));
	// As the preview left it.
	const pins = { ...newPins(origin, 0), receipts: { [genuine.id]: genuine.key } };
	await vault.put('pins', `staff:${origin}`, pins);
	await vault.put('reports', id, {
		id,
		origin,
		wiki,
		secret,
		code: 'A'.repeat(20),
		kind: 'insults',
		subject: 'Somebody',
		at,
	});
	await vault.put('outbox', id, {
		id,
		origin,
		secret,
		report: {
			v: 1,
			wiki,
			route: 'conduct',
			section: 'ucoc:3.1',
			sealed: 'AAAA',
			hash,
			grants: [{ key: 'a'.repeat(16), box: 'AAAA' }],
			follow: 'AAAA',
		},
		wants: 'work',
		at,
		tries: 0,
		notBefore: 0,
	});
	return id;
}

export const requestOf = (input: RequestInfo | URL, init?: RequestInit): Request => new Request(input, init);
