/** An event of a case's log, signed with the handler's own key, with what it brings. */
import { fromBase64, sha256, toBase64Url, toHex } from '../../contract/bytes.ts';
import { eventText, type EventData, type HandlerEvent } from '../../contract/case-event.ts';
import type { WriteEvent } from '../../contract/case-log.ts';
import type { CaseRow } from '../../contract/case.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import type { HandlerKind } from '../../domain/case/event-kinds.ts';

const hashOf = async (sealed: string): Promise<string> => toHex(await sha256(fromBase64(sealed)));

/** What an event says of the words that come with it. `sealed`: base64. */
export const wordsOf = async ({ id, sealed }: { readonly id: string; readonly sealed: string }) => ({
	message: id,
	hash: await hashOf(sealed),
});

/** What is to be written: its kind with its data, and what comes with it. */
export type Unsigned = { [K in HandlerKind]: { readonly kind: K; readonly data: EventData<K> } }[HandlerKind] &
	Omit<WriteEvent, 'event'>;

/** `head`: where the log ends as the handler sees it; `at`: the handler's clock. */
export async function signEvent(
	{ kind, data, ...brought }: Unsigned,
	head: Pick<CaseRow, 'id' | 'version' | 'head'>,
	keys: HandlerKeys,
	at: string,
): Promise<Outcome<WriteEvent>> {
	if (!(keys.sign instanceof CryptoKey)) return failed('key-not-found');
	const event = {
		v: 1,
		report: head.id,
		seq: head.version + 1,
		previous: head.head,
		at,
		kind,
		data,
		sealedHash: brought.sealed === undefined ? null : await hashOf(brought.sealed),
		by: keys.public.id,
	} as Omit<HandlerEvent, 'signature'>;
	const text = new TextEncoder().encode(eventText(event));
	const signature = toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', keys.sign, text)));
	return { ok: true, value: { event: { ...event, signature } as HandlerEvent, ...brought } };
}
