/** Shares of recovery keys: passed on to the other holder, and joined by them to open what nobody else can. */
import { Encrypter } from 'age-encryption';
import { combine } from 'shamir-secret-sharing';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../contract/bytes.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import { RecoveryShareSchema, type RecoveryPair, type RecoveryShare } from '../../contract/team.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { handlerKeysOf } from './key-material.ts';
import { openJson } from './open-report.ts';

async function openShare(box: string, pair: string, keys: HandlerKeys): Promise<Outcome<RecoveryShare>> {
	if (!(keys.age instanceof CryptoKey)) return failed('key-not-found');
	const parsed = v.safeParse(RecoveryShareSchema, await openJson(keys.age, fromBase64(box)));
	return parsed.success && parsed.output.recovery === pair
		? { ok: true, value: parsed.output }
		: failed('key-not-found');
}

/** The own share of a recovery key, in a box for its other holder. `to`: their age1… key as this device trusts it. */
export async function passShare(
	{ key, share }: Pick<RecoveryPair, 'key' | 'share'>,
	to: string,
	keys: HandlerKeys,
): Promise<Outcome<{ key: string; box: string }>> {
	const opened = await openShare(share, key, keys);
	if (!opened.ok) return opened;
	const encrypter = new Encrypter();
	encrypter.addRecipient(to);
	return { ok: true, value: { key, box: toBase64(await encrypter.encrypt(JSON.stringify(opened.value))) } };
}

/** The keys of two shares, as a handler's own: they stay with the caller and are kept nowhere. */
export async function joinRecovery(
	pair: Pick<RecoveryPair, 'key' | 'share'>,
	passed: string,
	keys: HandlerKeys,
): Promise<Outcome<HandlerKeys>> {
	const halves: Uint8Array[] = [];
	for (const box of [pair.share, passed]) {
		const share = await openShare(box, pair.key, keys);
		if (!share.ok) return share;
		halves.push(fromBase64(share.value.share));
	}
	try {
		const joined = await handlerKeysOf(new TextDecoder().decode(await combine(halves)));
		return joined.public.id === pair.key ? { ok: true, value: joined } : failed('key-not-found');
	} catch {
		return failed('key-not-found');
	}
}
