/** Opens what was sealed to a handler: the small box of a row, then the report with the key in it. */
import { Decrypter } from 'age-encryption';
import * as v from 'valibot';
import { fromBase64, sha256, toHex } from '../../contract/bytes.ts';
import type { CaseRow, SealedCase } from '../../contract/case.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import { GrantBodySchema, ReportBodySchema, type GrantBody, type ReportBody } from '../../contract/report.ts';
import type { HandlerKeys } from '../../contract/vault.ts';

/** Decrypts and parses; undefined for bytes that are not for this identity or not JSON. */
export async function openJson(identity: string | CryptoKey, sealed: Uint8Array<ArrayBuffer>): Promise<unknown> {
	try {
		const decrypter = new Decrypter();
		decrypter.addIdentity(identity);
		return JSON.parse(await decrypter.decrypt(sealed, 'text'));
	} catch {
		return undefined;
	}
}

type Granted = Pick<CaseRow, 'id'> & { readonly grants: readonly Pick<CaseRow['grants'][number], 'key' | 'box'>[] };

/** The grant in a row that this key opens; one of another report is none. */
export async function openGrant(row: Granted, keys: HandlerKeys): Promise<Outcome<GrantBody>> {
	const grant = row.grants.find(({ key }) => key === keys.public.id);
	if (!grant || !(keys.age instanceof CryptoKey)) return failed('key-not-found');
	const parsed = v.safeParse(GrantBodySchema, await openJson(keys.age, fromBase64(grant.box)));
	return parsed.success && parsed.output.report === row.id
		? { ok: true, value: parsed.output }
		: failed('key-not-found');
}

export interface OpenedReport {
	readonly body: ReportBody;
	readonly grant: GrantBody;
	/** The bytes are the ones the receipt was given for. */
	readonly verified: boolean;
}

export async function openReport(
	sealed: Granted & Pick<SealedCase, 'wiki' | 'sealed' | 'hash'>,
	keys: HandlerKeys,
): Promise<Outcome<OpenedReport>> {
	const grant = await openGrant(sealed, keys);
	if (!grant.ok) return grant;
	const bytes = fromBase64(sealed.sealed);
	const parsed = v.safeParse(ReportBodySchema, await openJson(grant.value.secret, bytes));
	if (!parsed.success) return failed('bad-input');
	const body = parsed.output;
	// A report put under another's id or wiki would be read as that one.
	const verified = toHex(await sha256(bytes)) === sealed.hash && body.id === sealed.id && body.wiki === sealed.wiki;
	return { ok: true, value: { body, grant: grant.value, verified } };
}
