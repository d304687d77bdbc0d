/** A pseudonymous reporter's identity: sealed to a key of its own, whose parts lie with custodians; any two open it. */
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { combine, split } from 'shamir-secret-sharing';
import * as v from 'valibot';
import { fromBase64, keyIdOf, toBase64 } from '../../contract/bytes.ts';
import { IdentityBodySchema, type IdentityBody, type SealedIdentity } from '../../contract/identity.ts';
import { Base64, ReportId } from '../../contract/primitives.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { openJson } from './open-report.ts';
import { paddedJson } from './pad.ts';

/** Shamir, How to share a secret (1979): one part tells nothing of the key. */
const needed = 2;
/** So that the length tells nothing of a name. */
const step = 1024;

/** The plain text of a custodian's box; it names its report, so that none is passed on for another. */
const ShareSchema = v.object({ v: v.literal(1), report: ReportId, share: Base64 });
type Share = v.InferOutput<typeof ShareSchema>;

export interface Custodian {
	readonly key: { readonly id: string; readonly age: string };
}

async function sealTo(recipient: string, plain: unknown, size: number): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return toBase64(await encrypter.encrypt(paddedJson(plain, size)));
}

/**
 * `identity` of a sealed report. Problems: `no-recipients` for fewer than two custodians, `wrong-recipients` where a key id is
 * not that of its key or one is there twice.
 */
export async function sealIdentity(
	body: IdentityBody,
	custodians: readonly Custodian[],
): Promise<Outcome<SealedIdentity>> {
	if (custodians.length < needed) return failed('no-recipients');
	const ids = await Promise.all(custodians.map(({ key }) => keyIdOf(key.age)));
	const fits = custodians.every(({ key }, at) => key.id === ids[at]) && new Set(ids).size === ids.length;
	if (!fits) return failed('wrong-recipients');
	const secret = await generateX25519Identity();
	const parts = await split(new TextEncoder().encode(secret), custodians.length, needed);
	const shares = await Promise.all(
		custodians.map(async ({ key }, at) => {
			const share: Share = { v: 1, report: body.report, share: toBase64(parts[at] ?? new Uint8Array(0)) };
			return { key: key.id, box: await sealTo(key.age, share, 1) };
		}),
	);
	const sealed = await sealTo(await identityToRecipient(secret), body, step);
	// By key id: the order of a roster says who is first in it.
	return { ok: true, value: { sealed, shares: shares.sort((one, two) => (one.key < two.key ? -1 : 1)) } };
}

async function openShare(box: string, report: string, keys: HandlerKeys): Promise<Outcome<Share>> {
	if (!(keys.age instanceof CryptoKey)) return failed('key-not-found');
	const parsed = v.safeParse(ShareSchema, await openJson(keys.age, fromBase64(box)));
	return parsed.success && parsed.output.report === report
		? { ok: true, value: parsed.output }
		: failed('key-not-found');
}

/** The own share of a report's identity, in a box for the custodian who asked. `asked`: their `age1…` key. */
export async function passOn(
	box: string,
	{ report, asked, keys }: { readonly report: string; readonly asked: string; readonly keys: HandlerKeys },
): Promise<Outcome<string>> {
	const share = await openShare(box, report, keys);
	return share.ok ? { ok: true, value: await sealTo(asked, share.value, 1) } : share;
}

/** What two shares open. `key-not-found` where they are not two of this identity; nothing else is told. */
export async function joinShares(
	boxes: readonly [own: string, passed: string],
	{ report, sealed, keys }: { readonly report: string; readonly sealed: string; readonly keys: HandlerKeys },
): Promise<Outcome<IdentityBody>> {
	const parts: Uint8Array[] = [];
	for (const box of boxes) {
		const share = await openShare(box, report, keys);
		if (!share.ok) return share;
		parts.push(fromBase64(share.value.share));
	}
	let secret: string;
	try {
		secret = new TextDecoder().decode(await combine(parts));
	} catch {
		return failed('key-not-found');
	}
	const parsed = v.safeParse(IdentityBodySchema, await openJson(secret, fromBase64(sealed)));
	return parsed.success && parsed.output.report === report
		? { ok: true, value: parsed.output }
		: failed('key-not-found');
}
