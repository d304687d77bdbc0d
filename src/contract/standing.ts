/** With what right a report comes: a blind-signed token of a signed-in account, or work that anybody can do. */
import * as v from 'valibot';
import { Base64Url, Bytes32, KeyId, Timestamp, UserName, WikiBase } from './primitives.ts';

/** 256 bytes in base64url: an RSA-2048 signature, blinded or not. */
const Signature2048 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{342}$/));

/**
 * A token as RFC 9474 makes it (RSABSSA-SHA384-PSS-Randomized, section 5): `message` is the prepared message, 32 bytes of
 * randomizer and 32 random bytes. Whoever issued it cannot tell for whom. Spent once.
 */
export const TokenSchema = v.object({
	key: KeyId,
	message: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
	signature: Signature2048,
});
export type Token = v.InferOutput<typeof TokenSchema>;

export const StandingSchema = v.variant('by', [
	v.object({ by: v.literal('token'), ...TokenSchema.entries }),
	/** `nonce` makes SHA-256 of `workText` begin with as many zero bits as the backend asks for. */
	v.object({ by: v.literal('work'), nonce: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/)) }),
]);
export type Standing = v.InferOutput<typeof StandingSchema>;

/** The text whose SHA-256 must begin with zero bits: bound to one report's bytes, so that work serves once. */
export function workText(report: { readonly id: string; readonly hash: string }, nonce: string): string {
	return `wikihaven-work-v1\n${report.id}\n${report.hash}\n${nonce}`;
}

/** How many zero bits a hash begins with. */
export function zeroBits(hash: Uint8Array): number {
	const first = hash.findIndex((byte) => byte !== 0);
	return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24;
}

/** What a backend asks for and offers. */
export const StandingTermsSchema = v.object({
	work: v.object({ bits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(32)) }),
	/** Null where this backend issues none. `spki`: DER of the public key, base64url. */
	tokens: v.nullable(v.object({ key: KeyId, spki: v.pipe(v.string(), v.maxLength(1000)), perDay: v.number() })),
});

export const IssueTokensSchema = v.object({
	key: KeyId,
	blinded: v.pipe(v.array(Signature2048), v.minLength(1), v.maxLength(20)),
});
export const IssuedTokensSchema = v.object({ signatures: v.array(Signature2048) });

/** What an account is told of itself. */
export const OwnStandingSchema = v.object({
	perDay: v.number(),
	left: v.number(),
	/** Two handlers found bad faith: fewer tokens until then. */
	slowedUntil: v.nullable(Timestamp),
});

/**
 * The backend's signed word that somebody signed in as `user` knew `commitment`: SHA-256 in base64url over the report's id
 * and a random salt, joined by a line feed, so that the backend cannot tell which report it is for. It stores nothing.
 */
export const AttestationSchema = v.object({
	v: v.literal(1),
	wiki: WikiBase,
	user: UserName,
	commitment: Bytes32,
	at: Timestamp,
	/** A receipt key of the backend. */
	key: KeyId,
	/** Ed25519 over `attestationText`, base64url. */
	signature: Base64Url,
});
export type Attestation = v.InferOutput<typeof AttestationSchema>;

/** An attestation with the salt that shows which report it is for. */
export const AttestedSchema = v.object({ attestation: AttestationSchema, salt: Base64Url });

export function attestationText(given: Pick<Attestation, 'wiki' | 'user' | 'commitment' | 'at'>): string {
	return `wikihaven-attestation-v1\n${given.wiki}\n${given.user}\n${given.commitment}\n${given.at}`;
}
