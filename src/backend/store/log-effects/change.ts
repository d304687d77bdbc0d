/** What the effect of an event is given, and how it refuses. */
import type { Conflict, EventOf } from '../../../contract/case-event.ts';
import type { HearingPart } from '../../../contract/hearing.ts';
import { done, failed, type Outcome } from '../../../contract/problem.ts';
import type { HandlerKind } from '../../../domain/case/event-kinds.ts';
import type { Grant } from '../intake.ts';
import type { NewMessage } from '../messages.ts';
import type { Writer } from '../open.ts';
import type { ReportTable } from '../schema.ts';

/** What comes along with an event; the route has seen that it belongs to it. */
export interface Along {
	/** age file to the handlers' own key; of `withhold` to oversighters. */
	readonly sealed: Uint8Array | null;
	/** The report without what is withheld. */
	readonly remainder: Uint8Array | null;
	/** Words to the reporter. */
	readonly message: NewMessage | null;
	readonly grants: readonly (Grant & { readonly desk: Uint8Array | null })[];
	/** The handlers' own key for holders of grants. */
	readonly desk: readonly Grant[];
	readonly hearing: HearingPart | null;
	/** Ids of all keys of the handler. */
	readonly by: readonly string[];
}

const columns = [
	...(['id', 'wiki', 'state', 'since', 'decided_at', 'decided_by', 'moved_from', 'moved_by'] as const),
	...(['version', 'head', 'assigned', 'lease_key', 'lease_until', 'hold', 'hold_by', 'erased_at', 'erase_by'] as const),
] as const;
export type CaseState = Pick<ReportTable, (typeof columns)[number]>;
export const caseState = (tx: Writer, id: string): Promise<CaseState | undefined> =>
	tx.selectFrom('report').select(columns).where('id', '=', id).executeTakeFirst();

export interface Change<K extends HandlerKind = HandlerKind> {
	readonly tx: Writer;
	readonly event: EventOf<K>;
	/** As it is before. */
	readonly report: CaseState;
	readonly along: Along;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** `same`: it was done before, by the same person, and its answer was lost: nothing is appended. */
export type Effect<K extends HandlerKind> = (change: Change<K>) => Promise<Outcome<'done' | 'same'>>;

export const conflict = (why: Conflict['why'], changed: Conflict['changed'] = []) =>
	failed('conflict', [], { why, changed } satisfies Conflict);

/** Changes the report's own row. */
export async function set({ tx, report }: Change, values: Partial<ReportTable>): Promise<Outcome<'done'>> {
	await tx.updateTable('report').set(values).where('id', '=', report.id).execute();
	return done('done');
}
