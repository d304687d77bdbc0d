/** The box that gives a reporter the report's own key again: sealed to the key that the return code gives. */
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import * as v from 'valibot';
import { fromBase64, sha256, toBase64, toHex } from '../../contract/bytes.ts';
import { ReportBodySchema, type ReportBody } from '../../contract/report.ts';
import type { Thread } from '../../contract/follow.ts';
import { ageKeyOf } from './key-material.ts';
import { openJson } from './open-report.ts';

/** `follow` of a sealed report, in base64. `key`: the 32 bytes of `keysOfCode`; `secret`: AGE-SECRET-KEY of the report. */
export async function sealFollow(secret: string, key: Uint8Array<ArrayBuffer>): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(await identityToRecipient(await ageKeyOf(key)));
	return toBase64(await encrypter.encrypt(secret));
}

async function openFollow(box: string, key: Uint8Array<ArrayBuffer>): Promise<string | null> {
	try {
		const decrypter = new Decrypter();
		decrypter.addIdentity(await ageKeyOf(key));
		return await decrypter.decrypt(fromBase64(box), 'text');
	} catch {
		return null;
	}
}

export interface OwnReport {
	/** AGE-SECRET-KEY of the report: opens and seals its messages. */
	readonly secret: string;
	/** null where the bytes are not the report that the receipt was given for, nor what is left of it. */
	readonly body: ReportBody | null;
}

/**
 * The own report out of what the backend gave; null once it is withdrawn, or where the box is not for this code. `hash`: of
 * the receipt that is held, where there is one.
 */
export async function openOwn(
	thread: Thread,
	key: Uint8Array<ArrayBuffer>,
	hash = thread.status.receipt.hash,
): Promise<OwnReport | null> {
	if (!thread.follow || !thread.sealed) return null;
	const secret = await openFollow(thread.follow, key);
	if (!secret) return null;
	const bytes = fromBase64(thread.sealed);
	const parsed = v.safeParse(ReportBodySchema, await openJson(secret, bytes));
	// Without what the wiki suppressed its bytes are others: who has its key made them, and says so in it.
	const isLess = parsed.success && parsed.output.evidence.some(({ withheld }) => withheld);
	const wanted = isLess ? (thread.remainder ?? hash) : hash;
	const genuine = parsed.success && parsed.output.id === thread.status.id && toHex(await sha256(bytes)) === wanted;
	return { secret, body: genuine ? parsed.output : null };
}
