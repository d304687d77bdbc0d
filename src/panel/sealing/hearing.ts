/** The keys of a hearing, which all follow from its code, and what opens one. */
import { sha256, toBase64Url } from '../../contract/bytes.ts';
import type { HearingBody } from '../../contract/desk.ts';
import type { Hearing } from '../../contract/hearing.ts';
import { codeBytes, codeText, keysOfCode } from '../../contract/return-code.ts';
import type { Letter } from '../writing/use-writing.ts';
import { ageKeyOf } from './key-material.ts';
import { openMessage } from './message.ts';

export interface HearingKeys {
	readonly id: string;
	/** The capability. */
	readonly secret: string;
	/** X25519, not extractable. */
	readonly key: CryptoKey;
}

export async function hearingKeys(code: Uint8Array<ArrayBuffer>): Promise<HearingKeys> {
	const { id, secret, follow } = await keysOfCode(code, 'hearing');
	return { id, secret, key: await ageKeyOf(follow) };
}

/** A channel nobody has yet: what handlers keep of it, and SHA-256 of its capability, which is what the backend gets. */
export async function newHearing(
	report: string,
	subject: string,
): Promise<{ readonly body: HearingBody; readonly capability: string }> {
	const code = crypto.getRandomValues(new Uint8Array(codeBytes));
	const { id, secret } = await keysOfCode(code, 'hearing');
	return {
		body: { v: 1, desk: 'handlers', report, kind: 'hearing', hearing: id, subject, code: codeText(code) },
		capability: toBase64Url(await sha256(secret)),
	};
}

/** Null in place of what does not open. */
export function openLetters({ id, messages }: Hearing, key: CryptoKey): Promise<Letter[]> {
	return Promise.all(messages.map(async (stored) => ({ stored, body: await openMessage(stored, id, key) })));
}
