/** The signed word of a backend that it keeps a report, and the keys it verifies with. */
import * as v from 'valibot';
import { Base64Url, Bytes32, KeyId, ReportId, Sha256, Timestamp } from './primitives.ts';

/** Signed word of the backend that it keeps a report: verifies offline with a listed key. */
export const ReceiptSchema = v.object({
	v: v.literal(1),
	id: ReportId,
	hash: Sha256,
	at: Timestamp,
	key: KeyId,
	/** Ed25519 over `receiptText`, base64url. */
	signature: Base64Url,
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

/** The signed text of a receipt. */
export function receiptText(receipt: Pick<Receipt, 'id' | 'hash' | 'at'>): string {
	return `wikihaven-receipt-v1\n${receipt.id}\n${receipt.hash}\n${receipt.at}`;
}

/** Receipt keys, old ones too: `id` is the first 16 hex digits of SHA-256 over the base64url key. */
export const ReceiptKeySchema = v.object({ id: KeyId, key: Bytes32, since: Timestamp });
