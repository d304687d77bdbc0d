/** Recovery keys that no single person can use: one for each two of three holders, whose halves are sealed to these two. */
import { Encrypter } from 'age-encryption';
import { split } from 'shamir-secret-sharing';
import { keyIdOf, toBase64 } from '../../contract/bytes.ts';
import type { RecoveryShare } from '../../contract/team.ts';
import { pairName } from '../../domain/people/pair.ts';
import { makeStaffKey } from './staff-key.ts';

export interface Holder {
	readonly name: string;
	/** `age1…` of their own staff key. */
	readonly age: string;
}

/** An entry for `staff` in the backend's configuration. */
export interface PairEntry {
	readonly role: 'recovery';
	readonly name: string;
	readonly key: { readonly id: string; readonly age: string };
	readonly shares: readonly { readonly key: string; readonly box: string }[];
}

/** Shamir, How to share a secret (1979), 2 of 2: a half alone tells nothing of the key, which is kept nowhere. */
async function makePair(one: Holder, other: Holder): Promise<PairEntry> {
	const { public: made, secret } = await makeStaffKey();
	const halves = await split(new TextEncoder().encode(secret), 2, 2);
	const shares: { key: string; box: string }[] = [];
	for (const [at, { age }] of [one, other].entries()) {
		const share: RecoveryShare = { v: 1, recovery: made.id, share: toBase64(halves[at] ?? new Uint8Array()) };
		const encrypter = new Encrypter();
		encrypter.addRecipient(age);
		shares.push({ key: await keyIdOf(age), box: toBase64(await encrypter.encrypt(JSON.stringify(share))) });
	}
	return {
		role: 'recovery',
		name: pairName(one.name, other.name),
		key: { id: made.id, age: made.age },
		shares,
	};
}

/**
 * Two of three, as a key for each two: so a report can be sealed to those keys alone that nobody named in it holds, and who is
 * named has no part in opening it.
 */
export function splitRecovery([first, second, third]: readonly [Holder, Holder, Holder]): Promise<PairEntry[]> {
	return Promise.all([makePair(first, second), makePair(first, third), makePair(second, third)]);
}
