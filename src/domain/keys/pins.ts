/** What a client remembers of a wiki's keys and backend origin; the shape of the vault's pins. */
import { staffPrefix } from '../config/model.ts';
import type { PublicKey } from './model.ts';

export interface KeyPins {
	/** Key ids in use: one a person, the older ones are retired. */
	pinned: string[];
	/** Key id → not known to this client before this time, ISO. */
	seen: Record<string, string>;
}

export interface Pins {
	wiki: string;
	firstSeen: string;
	origin: { value: string; since: string } | null;
	seenOrigin: { value: string; since: string } | null;
	keys: Record<string, KeyPins>;
	looked: { keys?: string | undefined; origin?: string | undefined };
	used: string[];
	signers: Record<string, { user: string; age: string; sign: string }>;
	/** For a backend: id → key that its receipts verify with. */
	receipts: Record<string, string>;
}

export function newPins(wiki: string, now: number): Pins {
	return {
		wiki,
		firstSeen: new Date(now).toISOString(),
		origin: null,
		seenOrigin: null,
		keys: {},
		looked: {},
		used: [],
		signers: {},
		receipts: {},
	};
}

/** Whose keys may not be copied: one person's, or all of a backend's staff, where one key may serve several roles. */
export function ownerOf(person: string): string {
	return person.startsWith(staffPrefix) ? staffPrefix : person;
}

/** Whether exactly this key of this person is pinned; the id alone says nothing of the signing key. */
export function isPinned(pins: Pins, person: string, key: PublicKey): boolean {
	const signer = pins.signers[key.id];
	return (
		(pins.keys[person]?.pinned.includes(key.id) ?? false) &&
		signer !== undefined &&
		ownerOf(signer.user) === ownerOf(person) &&
		signer.age === key.age &&
		signer.sign === key.sign
	);
}
