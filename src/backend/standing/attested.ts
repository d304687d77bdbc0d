/** Whether an attestation is this backend's own word on one report. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import type * as v from 'valibot';
import { commitmentText } from '../../contract/reporter-verbs.ts';
import { attestationText, type AttestedSchema } from '../../contract/standing.ts';
import type { Reader } from '../store/open.ts';
import { receiptKeys } from '../store/receipt-keys.ts';

/** With any receipt key there ever was; nothing of it is kept. */
export async function isAttested(
	db: Reader,
	report: string,
	{ attestation, salt }: v.InferOutput<typeof AttestedSchema>,
): Promise<boolean> {
	const commitment = createHash('sha256').update(commitmentText(report, salt)).digest('base64url');
	const listed = (await receiptKeys(db)).find((one) => one.id === attestation.key);
	if (!listed || commitment !== attestation.commitment) return false;
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: listed.key }, format: 'jwk' });
	return verify(null, Buffer.from(attestationText(attestation)), key, Buffer.from(attestation.signature, 'base64url'));
}
