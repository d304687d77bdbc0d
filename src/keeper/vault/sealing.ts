/** Seals rows before they are written: AES-GCM for the words, HMAC for the names rows are found by. */
import * as v from 'valibot';
import { toHex } from '../../contract/bytes.ts';
import type { Database } from './database.ts';

/**
 * Made once, never extractable: script cannot read them out, and what lies on the disk shows no typed word. Against somebody
 * who holds the whole profile and the browser's own storage format they do not protect.
 */
interface Keys {
	readonly seal: CryptoKey;
	readonly name: CryptoKey;
}

const Row = v.object({ iv: v.instance(Uint8Array), box: v.instance(ArrayBuffer) });
const Plain = v.object({ key: v.string(), value: v.unknown() });

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function makeKeys(): Promise<Keys> {
	return {
		seal: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
		name: await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
	};
}

export interface Sealing {
	/** What a row is stored under: says nothing about the key. */
	nameOf(key: string): Promise<string>;
	seal(store: string, key: string, value: unknown): Promise<{ iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer }>;
	/** undefined for a row that these keys did not seal for this place. */
	open(store: string, name: string, row: unknown): Promise<{ key: string; value: unknown } | undefined>;
}

export function createSealing(database: Database): Sealing {
	// Read anew each time: another tab may have cleared everything, and a row sealed with a key of before is lost.
	const keys = async (): Promise<Keys> => {
		const connection = await database.open();
		const old = (await connection.get('keys', 'seal')) as Keys | undefined;
		if (old) return old;
		const made = await makeKeys();
		// Panel and background may both come first: whoever writes first wins, in one transaction.
		const write = connection.transaction('keys', 'readwrite');
		const winner = (await write.store.get('seal')) as Keys | undefined;
		if (!winner) await write.store.put(made, 'seal');
		await write.done;
		return winner ?? made;
	};
	const nameOf = async (key: string): Promise<string> =>
		toHex(new Uint8Array(await crypto.subtle.sign('HMAC', (await keys()).name, bytesOf(key))));
	return {
		nameOf,
		async seal(store, key, value) {
			const iv = crypto.getRandomValues(new Uint8Array(12));
			const additionalData = bytesOf(`${store}/${await nameOf(key)}`);
			const text = bytesOf(JSON.stringify({ key, value }));
			return {
				iv,
				box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, (await keys()).seal, text),
			};
		},
		async open(store, name, row) {
			const parsed = v.safeParse(Row, row);
			if (!parsed.success) return undefined;
			const iv = new Uint8Array(parsed.output.iv);
			const additionalData = bytesOf(`${store}/${name}`);
			const { seal } = await keys();
			try {
				const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, seal, parsed.output.box);
				return v.parse(Plain, JSON.parse(new TextDecoder().decode(text))) as { key: string; value: unknown };
			} catch {
				return undefined;
			}
		},
	};
}
