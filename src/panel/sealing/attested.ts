/** Whether the backend's word on a reporter is genuine and about this report: checked here, with the backend not asked. */
import type * as v from 'valibot';
import { sha256, toBase64Url } from '../../contract/bytes.ts';
import { commitmentText } from '../../contract/reporter-verbs.ts';
import { isSignedBy } from '../../contract/signature.ts';
import { attestationText, type AttestedSchema } from '../../contract/standing.ts';
import { samePerson } from '../../domain/people/names.ts';

export type Attested = v.InferOutput<typeof AttestedSchema>;

/** `keys`: the backend's receipt keys by id. */
export async function isAttested(
	{ attestation, salt }: Attested,
	about: { readonly report: string; readonly wiki: string; readonly user: string },
	keys: Readonly<Record<string, string>>,
): Promise<boolean> {
	const key = keys[attestation.key];
	if (key === undefined || attestation.wiki !== about.wiki || !samePerson(attestation.user, about.user)) return false;
	if (toBase64Url(await sha256(commitmentText(about.report, salt))) !== attestation.commitment) return false;
	return isSignedBy(key, attestation.signature, attestationText(attestation));
}
