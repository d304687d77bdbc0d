/** The small shapes that everything on a wire is made of. */
import * as v from 'valibot';

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

/** MediaWiki allows 255 bytes; as characters that is an upper bound. */
export const Title = text(255);
export const UserName = text(255);
export const RevisionId = v.pipe(v.number(), v.integer(), v.minValue(1));
/** ISO 8601 in UTC, as `Date.toISOString` or MediaWiki write it. */
export const Timestamp = v.pipe(v.string(), v.isoTimestamp());
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const KeyId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
/** bech32 with the human-readable part `age`. */
export const AgeRecipient = v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/));
/** Base64 as RFC 4648 section 4, as `btoa` writes it. */
export const Base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/));
/** Base64url without padding, RFC 4648 section 5. */
export const Base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(1024));
/** 32 bytes in base64url: secrets, their hashes, Ed25519 keys. */
export const Bytes32 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
/** Made by the client, random: 128 bits in base64url. It is the report's id and its idempotency key in one. */
export const ReportId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
/** A wiki by its script path: `https://en.wikipedia.org/w`, no slash at the end. */
export const WikiBase = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*[^\s?#/])?$/));
/** Scheme, host and port. */
export const Origin = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^\s/?#@]+$/));
export const LanguageCode = v.pipe(v.string(), v.regex(/^[a-zA-Z][a-zA-Z0-9-]{0,34}$/));

/** In UTF-16 code units, as a text area counts. */
export const longestTyped = 20_000;
/** What was typed, kept as typed. */
export const TypedText = v.pipe(v.string(), v.maxLength(longestTyped));
/** A quoted passage of a page. */
export const Quote = v.pipe(v.string(), v.maxLength(20_000));
