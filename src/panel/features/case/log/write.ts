/** One change of a case: sealed, signed on the log's newest end, and signed anew where what came between does not touch it. */
import * as v from 'valibot';
import { ConflictSchema, eventHash, type Conflict, type EventData } from '../../../../contract/case-event.ts';
import type { CaseEvents, WriteEvent } from '../../../../contract/case-log.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import type { DeskBody } from '../../../../contract/desk.ts';
import type { Colleagues } from '../../../../contract/handler-verbs.ts';
import { done, failed, type Outcome, type Problem } from '../../../../contract/problem.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import type { HandlerKind } from '../../../../domain/case/event-kinds.ts';
import type { ReportState } from '../../../../domain/report/states.ts';
import { isTouched } from '../../../../domain/case/touches.ts';
import { newDeskKey, openDeskKey, sealDesk, sealDeskKey } from '../../../sealing/desk.ts';
import { signEvent, wordsOf, type Unsigned } from '../../../sealing/event.ts';

/** What a handler wants to write; `body` is sealed to the handlers' own key, which is made where there is none yet; `sealed` was. */
export type EventDraft = { [K in HandlerKind]: { readonly kind: K; readonly data: EventData<K> } }[HandlerKind] & {
	readonly body?: DeskBody;
} & Omit<WriteEvent, 'event' | 'desk'>;

/** `message`: sealed to the report's own key already. */
export const answerDraft = async (message: { readonly id: string; readonly sealed: string }): Promise<EventDraft> => ({
	kind: 'answer',
	data: await wordsOf(message),
	message,
});

/** `message`: words to the reporter that come with it. */
export const stepDraft = async (
	from: ReportState,
	to: ReportState,
	message?: { readonly id: string; readonly sealed: string },
): Promise<EventDraft> => ({
	kind: 'step',
	data: { from, to, words: message ? await wordsOf(message) : null },
	...(message ? { message } : {}),
});

/** How the log is reached. */
export interface Desk {
	readonly id: string;
	readonly keys: HandlerKeys;
	/** ISO. */
	now(): string;
	read(): Promise<Outcome<CaseEvents>>;
	send(write: WriteEvent): Promise<Outcome<CaseRow>>;
	colleagues(): Promise<Outcome<Colleagues>>;
}

export function conflictOf(problem: Problem): Conflict | null {
	const parsed = v.safeParse(ConflictSchema, problem.detail);
	return problem.problem === 'conflict' && parsed.success ? parsed.output : null;
}

/** The row as far as its log goes in a conflict: what a handler has been shown. */
export async function rowBehind(row: CaseRow, problem: Problem): Promise<CaseRow> {
	const last = conflictOf(problem)?.changed.at(-1)?.event;
	return last && last.seq > row.version ? { ...row, version: last.seq, head: await eventHash(last) } : row;
}

/** null where this handler has no box with it. */
export async function deskKeyOf(row: Pick<CaseRow, 'id' | 'grants'>, keys: HandlerKeys): Promise<string | null> {
	for (const { desk } of row.grants) {
		const secret = desk === null ? null : await openDeskKey(row.id, desk, keys);
		if (secret !== null) return secret;
	}
	return null;
}

/**
 * Boxes of a new key for everybody who holds a grant, has no such key yet, and whose own key this client trusts. Who came
 * by an appeal alone shares a new one with those who came with them: the earlier one is read on by who had it.
 */
async function newDesk({ id, colleagues }: Desk, { holders }: CaseEvents): Promise<Outcome<Unsigned>> {
	const known = await colleagues();
	if (!known.ok) return known;
	const secret = await newDeskKey();
	const keys = known.value.people
		.map(({ key }) => key)
		.filter((key) => holders.some((one) => one.key === key.id && !one.desk));
	const unique = [...new Map(keys.map((key) => [key.id, key])).values()];
	const desk = await Promise.all(
		unique.map(async (key) => ({ key: key.id, box: await sealDeskKey(id, secret, key.age) })),
	);
	return done({ kind: 'desk', data: {}, desk });
}

/** The handlers' own key, made and kept in the log where there is none yet. */
async function deskKeyFor(desk: Desk): Promise<Outcome<{ readonly row: CaseRow; readonly secret: string }>> {
	// Somebody may make it at the same time: then it is theirs that counts.
	for (let tries = 0; tries < 3; tries++) {
		const seen = await desk.read();
		if (!seen.ok) return seen;
		const { row, holders } = seen.value;
		const secret = await deskKeyOf(row, desk.keys);
		if (secret !== null) return done({ row, secret });
		if (holders.some((one) => one.key === desk.keys.public.id && one.desk)) return failed('key-not-found');
		const made = await newDesk(desk, seen.value);
		if (!made.ok) return made;
		const signed = await signEvent(made.value, row, desk.keys, desk.now());
		if (!signed.ok) return signed;
		const written = await desk.send(signed.value);
		if (!written.ok && conflictOf(written)?.why !== 'stale') return written;
	}
	return failed('conflict');
}

/** `seen`: the row that the handler looked at; what was written since and touches the draft is told as a conflict. */
export async function writeDraft(desk: Desk, seen: CaseRow, { body, ...draft }: EventDraft): Promise<Outcome<CaseRow>> {
	let row = seen;
	let sealed: string | undefined;
	if (body) {
		const key = await deskKeyFor(desk);
		if (!key.ok) return key;
		const closed = await sealDesk(body, key.value.secret);
		if (!closed.ok) return closed;
		sealed = closed.value;
	}
	for (let tries = 0; tries < 8; tries++) {
		const signed = await signEvent({ ...draft, ...(sealed ? { sealed } : {}) }, row, desk.keys, desk.now());
		if (!signed.ok) return signed;
		const written = await desk.send(signed.value);
		const conflict = written.ok ? null : conflictOf(written);
		if (written.ok || conflict?.why !== 'stale') return written;
		const last = conflict.changed.at(-1)?.event;
		if (
			!last ||
			isTouched(
				draft.kind,
				conflict.changed.map(({ event }) => event.kind),
			)
		)
			return written;
		const newest = await desk.read();
		if (!newest.ok) return newest;
		const between = newest.value.events.filter(({ event }) => event.seq > seen.version).map(({ event }) => event.kind);
		if (isTouched(draft.kind, between)) return { ...written, detail: { why: 'stale', changed: newest.value.events } };
		row = newest.value.row;
	}
	return failed('conflict');
}
