/** Blind-signed tokens: fetched while nothing is sent, so that the time of a report tells nothing of an account. */
import { fromBase64Url, keyIdOf, randomText, toBase64Url } from '../../contract/bytes.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Token } from '../../contract/standing.ts';
import type { OutboxItem } from '../../contract/vault.ts';
import { callBackend } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { callSignedIn } from '../session/call.ts';

/** Those of a wiki's accounts at one backend. */
export async function keptTokens({ vault }: KeeperServices, origin: string, wiki: string) {
	return (await vault.all('tokens')).filter(({ value }) => value.origin === origin && value.wiki === wiki);
}

/** A token for this report, kept no longer; undefined where there is none. */
export async function takeToken(
	services: KeeperServices,
	{ origin, report }: Pick<OutboxItem, 'origin' | 'report'>,
): Promise<Token | undefined> {
	const [first] = await keptTokens(services, origin, report.wiki);
	// Before it is used: killed in between, one is lost, but none shows two reports to be of one client.
	if (first) await services.vault.drop('tokens', first.key);
	return first?.value.token;
}

/** Has `count` tokens signed for whoever is signed in, and keeps them. Answers how many it got. */
export async function fetchTokens(
	services: KeeperServices,
	origin: string,
	wiki: string,
	count: number,
): Promise<Outcome<number>> {
	const about = await callBackend(services, origin, 'about', {});
	if (!about.ok) return about;
	// Somebody else's key, passed on by a proxy or a mistaken set-up.
	if (about.value.origin !== origin) return failed('wrong-origin');
	const { tokens } = about.value.standing;
	if (!tokens) return done(0);
	// A key by another name could be one for this client alone.
	if ((await keyIdOf(tokens.spki)) !== tokens.key) return failed('server-error');
	const { blind, finalize, readTokenKey } = await import('./blind.ts');
	const key = await readTokenKey(tokens.spki);
	const made = await Promise.all(Array.from({ length: count }, () => blind(key)));
	const blinded = made.map((one) => toBase64Url(one.blinded));
	const issued = await callSignedIn(services, wiki, 'issueTokens', { body: { key: tokens.key, blinded } });
	if (!issued.ok) return issued;
	let kept = 0;
	for (const [at, one] of made.entries()) {
		const signature = await finalize(key, one, fromBase64Url(issued.value.signatures[at] ?? ''));
		if (!signature) return failed('server-error');
		const token = { key: tokens.key, message: toBase64Url(one.message), signature: toBase64Url(signature) };
		await services.vault.put('tokens', randomText(16), { origin, wiki, token });
		kept++;
	}
	return done(kept);
}
