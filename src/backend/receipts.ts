/** Receipts and attestations: the Ed25519 key they are signed with, made at the first start, and the list that they verify with. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { receiptText, type Receipt } from '../contract/receipt.ts';
import { attestationText } from '../contract/standing.ts';
import { keyFile } from './standing/key-file.ts';
import { addReceiptKey } from './store/receipt-keys.ts';
import type { Store } from './store/open.ts';

export interface ReceiptSigner {
	/** Id of the key in use. */
	readonly key: string;
	/** Signature over the receipt's text, base64url; Ed25519 gives the same for the same text. */
	sign(receipt: Pick<Receipt, 'id' | 'hash' | 'at'>): string;
	/** The same over the text of an attestation. */
	attest(given: Parameters<typeof attestationText>[0]): string;
	/** The same for another text; it begins with its own name, so that it can never be taken for a receipt. */
	signText(text: string): string;
}

/** The 32 bytes of a public key, base64url. */
function rawOf(key: KeyObject): string {
	return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}

/** First 16 hex digits of SHA-256 over the base64url key, as the contract's ReceiptKeySchema says. */
const idOf = (raw: string): string => createHash('sha256').update(raw).digest('hex').slice(0, 16);

function newKey(): string {
	const { privateKey } = generateKeyPairSync('ed25519');
	return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Opens the key of a folder and lists its public half in the store. Throws where the folder cannot be used. */
export async function openSigner(store: Store, folder: string, now: number): Promise<ReceiptSigner> {
	const secret = createPrivateKey(await keyFile(folder, 'receipt-key.pem', newKey));
	const raw = rawOf(secret);
	const key = idOf(raw);
	await addReceiptKey(store, { id: key, key: raw, since: now });
	const signed = (text: string): string => sign(null, Buffer.from(text), secret).toString('base64url');
	return {
		key,
		sign: (receipt) => signed(receiptText(receipt)),
		attest: (given) => signed(attestationText(given)),
		signText: signed,
	};
}
