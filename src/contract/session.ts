/** Sign-in and session: code + PKCE from the panel to the backend, an opaque token back. */
import * as v from 'valibot';
import { Bytes32, Timestamp, UserName, WikiBase } from './primitives.ts';

/** `challenge` is base64url(SHA-256(verifier)), as in RFC 7636 section 4.2; the verifier never leaves the panel's keeper until redeemed. */
export const StartSignInSchema = v.object({
	wiki: WikiBase,
	challenge: Bytes32,
	/** Where the callback page may post its code: compared with the allow-list. */
	panelOrigin: v.pipe(v.string(), v.maxLength(200), v.regex(/^(https?|chrome-extension|moz-extension):\/\/[^\s/?#]+$/)),
});
export const SignInStartedSchema = v.object({ url: v.pipe(v.string(), v.maxLength(4000), v.regex(/^https?:\/\//)) });

export const RedeemSchema = v.object({ code: Bytes32, verifier: Bytes32 });

export const SessionSchema = v.object({
	wiki: WikiBase,
	user: UserName,
	/** `handler`, or `staff:ROLE`; empty for everybody else. */
	roles: v.array(v.string()),
	until: Timestamp,
});
export type Session = v.InferOutput<typeof SessionSchema>;

export const SignedInSchema = v.object({ token: Bytes32, session: SessionSchema });

/** What the callback page posts to its opener, and nothing else. */
export const SignInMessageSchema = v.object({ wikihaven: v.literal('sign-in'), code: Bytes32 });
