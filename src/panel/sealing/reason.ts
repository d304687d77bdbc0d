/** Why a pseudonym is to be opened: sealed to every custodian, so that each of them can judge it and the log keeps it. */
import { Encrypter } from 'age-encryption';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../contract/bytes.ts';
import { ReportId } from '../../contract/primitives.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { openJson } from './open-report.ts';
import { paddedJson } from './pad.ts';

/** So that the length tells little of the reason. */
const step = 1024;
/** In UTF-16 code units: sealed, it stays below the 40,000 characters that `AskOpeningSchema` takes. */
export const longestReason = 5_000;

/** It names its report, so that none is shown for another. */
const ReasonSchema = v.object({
	v: v.literal(1),
	report: ReportId,
	text: v.pipe(v.string(), v.maxLength(longestReason)),
});

/** `custodians`: their `age1…` keys. */
export async function sealReason(report: string, text: string, custodians: readonly string[]): Promise<string> {
	const encrypter = new Encrypter();
	for (const key of new Set(custodians)) encrypter.addRecipient(key);
	const reason: v.InferOutput<typeof ReasonSchema> = { v: 1, report, text };
	return toBase64(await encrypter.encrypt(paddedJson(reason, step)));
}

/** null where this key does not open it, or it was written about another report. */
export async function openReason(sealed: string, report: string, keys: HandlerKeys): Promise<string | null> {
	if (!(keys.age instanceof CryptoKey)) return null;
	const parsed = v.safeParse(ReasonSchema, await openJson(keys.age, fromBase64(sealed)));
	return parsed.success && parsed.output.report === report ? parsed.output.text : null;
}
