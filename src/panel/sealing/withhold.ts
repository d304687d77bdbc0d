/** Takes the words of a piece out of a report: sealed to oversighters alone, the rest to the report's own key as before. */
import { Encrypter, identityToRecipient } from 'age-encryption';
import * as v from 'valibot';
import { fromBase64, sha256, toBase64, toHex } from '../../contract/bytes.ts';
import type { EventData, StoredEvent } from '../../contract/case-event.ts';
import type { Evidence } from '../../contract/evidence.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { ReportBody } from '../../contract/report.ts';
import { WithheldSchema, type Withheld } from '../../contract/withheld.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { fits, type Recipient } from './grants.ts';
import { lessBody } from './less-body.ts';
import { openJson } from './open-report.ts';
import { longestBody, paddedJson } from './pad.ts';

const step = 2048;

/** What is to be written in the case's log. */
interface WithholdDraft {
	readonly kind: 'withhold';
	readonly data: EventData<'withhold'>;
	readonly sealed: string;
	readonly remainder: string;
}

async function seal(value: unknown, recipients: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
	const encrypter = new Encrypter();
	for (const one of new Set(recipients)) encrypter.addRecipient(one);
	return Uint8Array.from(await encrypter.encrypt(paddedJson(value, step)));
}

/** `report`: opened, with its secret key and the hash of its sealed bytes. `at`: place of the piece, from 0. */
export async function withhold(
	report: { readonly body: ReportBody; readonly secret: string; readonly hash: string },
	at: number,
	oversighters: readonly Recipient[],
): Promise<Outcome<{ readonly draft: WithholdDraft; readonly body: ReportBody }>> {
	const { body, secret, hash } = report;
	const evidence = body.evidence[at];
	if (!evidence) return failed('bad-input');
	if (oversighters.length === 0) return failed('no-recipients');
	if (!(await fits(oversighters, body))) return failed('wrong-recipients');
	const words: Withheld = { v: 1, withheld: 'oversighters', report: body.id, pieces: [{ at, evidence }] };
	const less = lessBody(body, at);
	if (paddedJson(less, step).length > longestBody) return failed('too-large');
	const remainder = await seal(less, [await identityToRecipient(secret)]);
	const sealed = await seal(
		words,
		oversighters.map(({ key }) => key.age),
	);
	const draft: WithholdDraft = {
		kind: 'withhold',
		data: { before: hash, after: toHex(await sha256(remainder)) },
		sealed: toBase64(sealed),
		remainder: toBase64(remainder),
	};
	return done({ draft, body: less });
}

/** By the place of each piece, as far as this key opens what was sealed; what is of another report is left out. */
export async function openWithheld(
	events: readonly StoredEvent[],
	report: string,
	keys: HandlerKeys,
): Promise<ReadonlyMap<number, Evidence>> {
	const found = new Map<number, Evidence>();
	if (!(keys.age instanceof CryptoKey)) return found;
	for (const { event, sealed } of events) {
		if (event.kind !== 'withhold' || sealed === null) continue;
		const parsed = v.safeParse(WithheldSchema, await openJson(keys.age, fromBase64(sealed)));
		if (!parsed.success || parsed.output.report !== report) continue;
		for (const { at, evidence } of parsed.output.pieces) found.set(at, evidence);
	}
	return found;
}
