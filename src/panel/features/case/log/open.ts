/** A case's log as it is shown: each event with who wrote it, what it says to handlers, and whether all of it is genuine. */
import {
	eventHash,
	eventText,
	firstPrevious,
	type CaseEvent,
	type StoredEvent,
} from '../../../../contract/case-event.ts';
import { fromBase64, sha256, toHex } from '../../../../contract/bytes.ts';
import type { DeskBody } from '../../../../contract/desk.ts';
import type { Colleagues } from '../../../../contract/handler-verbs.ts';
import { isServiceKind } from '../../../../domain/case/event-kinds.ts';
import { isSignedBy } from '../../../../contract/signature.ts';
import { openDesk } from '../../../sealing/desk.ts';

export interface OpenedEvent {
	readonly event: CaseEvent;
	readonly body: DeskBody | null;
	/** Name of the handler; null for the service, and for a key that nobody is known by. */
	readonly actor: string | null;
	/** The service wrote it, of what somebody without a handler's key did, or of time. */
	readonly service: boolean;
	/** Signed by who it says, and it fits behind the one before. */
	readonly verified: boolean;
	/** It fits, and the key that it names is not known to this client: whether it is genuine cannot be said here. */
	readonly unknown: boolean;
}

async function isSealed(sealed: string | null, hash: string | null): Promise<boolean> {
	return sealed === null || toHex(await sha256(fromBase64(sealed))) === hash;
}

/** From the first event on. `desk`: the handlers' own key, where this handler has it. */
export async function openEvents(
	stored: readonly StoredEvent[],
	report: string,
	desk: string | null,
	{ signers, service }: Pick<Colleagues, 'signers' | 'service'>,
): Promise<OpenedEvent[]> {
	const opened: OpenedEvent[] = [];
	let previous = firstPrevious;
	for (const [at, { event, sealed }] of stored.entries()) {
		// Nobody's key stands in for the service's, nor the other way round.
		const sign = isServiceKind(event.kind) ? service[event.by] : signers[event.by]?.sign;
		const fits = event.report === report && event.seq === at + 1 && event.previous === previous;
		const verified =
			fits &&
			sign !== undefined &&
			(await isSignedBy(sign, event.signature, eventText(event))) &&
			(await isSealed(sealed, event.sealedHash));
		previous = await eventHash(event);
		opened.push({
			event,
			body: sealed !== null && desk !== null ? await openDesk(sealed, report, desk) : null,
			actor: signers[event.by]?.name ?? null,
			service: isServiceKind(event.kind),
			verified,
			unknown: fits && sign === undefined,
		});
	}
	return opened;
}
