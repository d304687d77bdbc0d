/** Receipts: the Ed25519 key they are signed with, made at the first start, and the list that they verify with. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptText, type Receipt } from '../contract/receipt.ts';
import { addReceiptKey } from './store/receipt-keys.ts';
import type { Store } from './store/open.ts';

export interface ReceiptSigner {
	/** Id of the key in use. */
	readonly key: string;
	/** Signature over the receipt's text, base64url; Ed25519 gives the same for the same text. */
	sign(receipt: Pick<Receipt, 'id' | 'hash' | 'at'>): string;
	/** The same for another text; it begins with its own name, so that it can never be taken for a receipt. */
	signText(text: string): string;
}

/** The 32 bytes of a public key, base64url. */
function rawOf(key: KeyObject): string {
	return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}

/** First 16 hex digits of SHA-256 over the base64url key, as the contract's ReceiptKeySchema says. */
const idOf = (raw: string): string => createHash('sha256').update(raw).digest('hex').slice(0, 16);

const fileIn = (folder: string): string => join(folder, 'receipt-key.pem');

/** Makes a key file, readable by this user alone, unless there is one: two processes that start together get the same. */
function makeKey(folder: string): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const made = join(folder, `.receipt-key.${process.pid}`);
	const { privateKey } = generateKeyPairSync('ed25519');
	writeFileSync(made, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
	try {
		linkSync(made, fileIn(folder));
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	} finally {
		unlinkSync(made);
	}
}

/** Opens the key of a folder and lists its public half in the store. Throws where the folder cannot be used. */
export async function openSigner(store: Store, folder: string, now: number): Promise<ReceiptSigner> {
	if (!existsSync(fileIn(folder))) makeKey(folder);
	const secret = createPrivateKey(readFileSync(fileIn(folder)));
	const raw = rawOf(secret);
	const key = idOf(raw);
	await addReceiptKey(store, { id: key, key: raw, since: now });
	return {
		key,
		sign: (receipt) => sign(null, Buffer.from(receiptText(receipt)), secret).toString('base64url'),
		signText: (text) => sign(null, Buffer.from(text), secret).toString('base64url'),
	};
}
