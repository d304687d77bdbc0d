/** A case's log: appended to and read, never changed. */
import * as v from 'valibot';
import {
	CaseEventSchema,
	eventHash,
	eventText,
	type CaseEvent,
	type EventData,
	type EventOf,
	type StoredEvent,
} from '../../contract/case-event.ts';
import type { ServiceKind } from '../../domain/case/event-kinds.ts';
import { iso } from '../times.ts';
import type { CaseEventTable } from './log-tables.ts';
import type { Reader, Writer } from './open.ts';

/** Signs what the service itself writes: one of its receipt keys. */
export interface EventSigner {
	readonly key: string;
	signText(text: string): string;
}

export interface Head {
	readonly version: number;
	readonly head: string;
}

/** Throws on what no version of ours wrote. */
export const eventOf = (row: Pick<CaseEventTable, 'event'>): CaseEvent =>
	v.parse(CaseEventSchema, JSON.parse(row.event));

export async function rowOf(event: CaseEvent, sealed: Uint8Array | null, at: number): Promise<CaseEventTable> {
	const { report, seq, kind } = event;
	return { report, seq, kind, at, hash: await eventHash(event), event: JSON.stringify(event), sealed };
}

/** Oldest first, those after `after`. */
export async function eventsOf(db: Reader, report: string, after = 0): Promise<StoredEvent[]> {
	const rows = await db
		.selectFrom('case_event')
		.select(['event', 'sealed'])
		.where('report', '=', report)
		.where('seq', '>', after)
		.orderBy('seq')
		.execute();
	return rows.map((row) => ({
		event: eventOf(row),
		sealed: row.sealed ? Buffer.from(row.sealed).toString('base64') : null,
	}));
}

/** Behind the last one: who calls has seen in this transaction that it fits. */
export async function append(tx: Writer, event: CaseEvent, sealed: Uint8Array | null, at: number): Promise<void> {
	const row = await rowOf(event, sealed, at);
	// First the report's row: who comes second must wait here, and is told to try again. PostgreSQL would tell the other way
	// round of a key that is there twice.
	await tx
		.updateTable('report')
		.set({ version: row.seq, head: row.hash, changed: at })
		.where('id', '=', row.report)
		.execute();
	await tx.insertInto('case_event').values(row).execute();
}

export function serviceEvent<K extends ServiceKind>(
	signer: EventSigner,
	report: string,
	{ version, head }: Head,
	{ kind, data }: { readonly kind: K; readonly data: EventData<K> },
	at: number,
): EventOf<ServiceKind> {
	const event = {
		v: 1 as const,
		report,
		seq: version + 1,
		previous: head,
		at: iso(at),
		kind,
		data,
		sealedHash: null,
		by: signer.key,
	} as Omit<EventOf<ServiceKind>, 'signature'>;
	return { ...event, signature: signer.signText(eventText(event)) } as EventOf<ServiceKind>;
}

/** What people without a handler's key did, or time: in the transaction that does it. */
export async function appendService<K extends ServiceKind>(
	tx: Writer,
	signer: EventSigner,
	report: string,
	what: { readonly kind: K; readonly data: EventData<K> },
	at: number,
): Promise<void> {
	const end = await tx
		.selectFrom('report')
		.select(['version', 'head'])
		.where('id', '=', report)
		.executeTakeFirstOrThrow();
	await append(tx, serviceEvent(signer, report, end, what, at), null, at);
}
