/** Public keys of people who receive reports, and what a client remembers of them. */

/** One public key pair set of a person: age (sealing) and Ed25519 (signing). */
export interface PublicKey {
	/** First 16 hex digits of SHA-256 over the age recipient: how a grant names its key. */
	readonly id: string;
	/** age recipient, `age1…` (bech32, X25519). */
	readonly age: string;
	/** Ed25519 public key, 32 bytes, base64url. */
	readonly sign: string;
}

/** A signed word of one key holder that something new is genuine: a colleague's key, or a changed backend origin. */
export interface Confirmation {
	/** What is confirmed: `key:<user>:<key id>:<age>:<sign>` or `origin:<wiki base>:<origin>`. */
	readonly subject: string;
	/** Key id of who confirms. */
	readonly by: string;
	/** Ed25519 signature over `confirmationText(subject)`, base64url. */
	readonly signature: string;
}

/** What a person's key page says, in the newest revision made by that account itself. */
export interface PublishedKey {
	readonly user: string;
	readonly key: PublicKey;
	/** Since when the account's own revisions say this key without a break (wiki clock), ISO. */
	readonly at: string;
	readonly revision: number;
	readonly confirms: readonly Confirmation[];
}

/** The text a confirmation signs; the prefix keeps the signature from meaning anything elsewhere. */
export function confirmationText(subject: string): string {
	return `wikihaven-confirm-v1\n${subject}`;
}

export function keySubject(user: string, key: PublicKey): string {
	return `key:${user}:${key.id}:${key.age}:${key.sign}`;
}

export function originSubject(wiki: string, origin: string): string {
	return `origin:${wiki}:${origin}`;
}

/** How long something new waits unless a pinned key confirms it. */
export const newcomerWaitMs = 72 * 3600 * 1000;
