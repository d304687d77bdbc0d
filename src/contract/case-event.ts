/** One entry of a case's log: append-only, in a hash chain, signed by its actor. */
import * as v from 'valibot';
import { eventKinds, handlerKinds, severities, type EventKind, type HandlerKind } from '../domain/case/event-kinds.ts';
import { reportStates } from '../domain/report/states.ts';
import { sha256, toHex } from './bytes.ts';
import { Base64, Base64Url, KeyId, ReportId, Sha256, Timestamp } from './primitives.ts';

const Nothing = v.object({});
/** A message by its id, and the SHA-256 of its sealed bytes. */
const Words = v.object({ message: ReportId, hash: Sha256 });
const Keys = v.object({ keys: v.pipe(v.array(KeyId), v.minLength(1), v.maxLength(200)) });

/** What each kind says openly: no name and no text, so that it may stay when the case is erased. */
const data = {
	desk: Nothing,
	claim: Nothing,
	release: Nothing,
	assign: v.object({ to: v.nullable(KeyId) }),
	/** A decision has words to the reporter. */
	step: v.object({ from: v.picklist(reportStates), to: v.picklist(reportStates), words: v.nullable(Words) }),
	severity: v.object({ level: v.picklist(severities) }),
	answer: Words,
	note: Nothing,
	snooze: v.object({ until: v.nullable(Timestamp) }),
	/** Reports of one random group are one case. */
	join: v.object({ group: ReportId }),
	part: Nothing,
	grant: Keys,
	revoke: Keys,
	act: Nothing,
	/** SHA-256 of the sealed report as it was kept before, and as it is from now on. */
	withhold: v.object({ before: Sha256, after: Sha256 }),
	escalate: Keys,
	hearing: v.object({ hearing: ReportId }),
	tell: v.object({ hearing: ReportId, ...Words.entries }),
	hold: Nothing,
	'lift-hold': Nothing,
	export: Nothing,
	erase: Nothing,
	received: v.object({ hash: Sha256 }),
	wrote: Words,
	withdrew: Nothing,
	appealed: Words,
	closed: Nothing,
	heard: v.object({ hearing: ReportId, ...Words.entries }),
	contested: v.object({ hearing: ReportId, ...Words.entries }),
	erased: v.object({ why: v.picklist(['retention', 'handler', 'suppressed']) }),
} as const satisfies Record<EventKind, v.GenericSchema>;
export type EventData<K extends EventKind> = v.InferOutput<(typeof data)[K]>;

/** What stands beside the kind and its data. */
const frame = {
	v: v.literal(1),
	report: ReportId,
	/** From 1, without gaps. */
	seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Hash of the event before; 64 zeros for the first. */
	previous: Sha256,
	/** By the writer's clock. */
	at: Timestamp,
	/** SHA-256 over the bytes of `sealed`; null where there is none. It stays when the bytes are erased. */
	sealedHash: v.nullable(Sha256),
	/** Key of the handler; for the service, one of its receipt keys. */
	by: KeyId,
	/** Ed25519 over `eventText`. */
	signature: Base64Url,
};
type Frame = v.InferOutput<v.ObjectSchema<typeof frame, undefined>>;
/** Its kind says what its data is. */
export type EventOf<K extends EventKind> = { [P in K]: Frame & { kind: P; data: EventData<P> } }[K];
export type HandlerEvent = EventOf<HandlerKind>;
export type CaseEvent = EventOf<EventKind>;

/** What TypeScript cannot follow through a list: each kind is paired with its own data here, at one place. */
function anyOf<K extends EventKind>(kinds: readonly K[]): v.GenericSchema<EventOf<K>> {
	const schemas = kinds.map((kind) => v.object({ ...frame, kind: v.literal(kind), data: data[kind] }));
	return v.variant('kind', schemas) as unknown as v.GenericSchema<EventOf<K>>;
}
export const HandlerEventSchema = anyOf(handlerKinds);
export const CaseEventSchema = anyOf(eventKinds);

/** Objects with their keys in order, so that the same data is the same text everywhere. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** The text that an event's hash and signature are over. */
export function eventText(event: Omit<CaseEvent, 'signature'>): string {
	const { report, seq, previous, at, kind, sealedHash, by } = event;
	const parts = [report, seq, previous, at, kind, canonical(event.data), sealedHash ?? '-', by];
	return `wikihaven-event-v1\n${parts.join('\n')}`;
}

/** What the next event names as `previous`. */
export async function eventHash(event: CaseEvent): Promise<string> {
	return toHex(await sha256(eventText(event)));
}
export const firstPrevious = '0'.repeat(64);

/** An event as it is kept: with its sealed part, while that is not erased. */
export const StoredEventSchema = v.object({
	event: CaseEventSchema,
	/** age file to the handlers' own key of this report (`desk`); of `withhold` to oversighters. */
	sealed: v.nullable(Base64),
});
export type StoredEvent = v.InferOutput<typeof StoredEventSchema>;

/** Why a write met a conflict, beside the problem: `stale` comes with what was written since. */
export const ConflictSchema = v.object({
	why: v.picklist(['stale', 'claimed', 'held', 'second-person', 'illegal']),
	changed: v.array(StoredEventSchema),
});
export type Conflict = v.InferOutput<typeof ConflictSchema>;
