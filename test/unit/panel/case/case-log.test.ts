/** A log as it is shown, and what is signed anew without asking. */
import { beforeAll, expect, test } from 'vitest';
import { randomText } from '../../../../src/contract/bytes.ts';
import { eventHash, firstPrevious, type StoredEvent } from '../../../../src/contract/case-event.ts';
import type { CaseRow } from '../../../../src/contract/case.ts';
import { done, failed } from '../../../../src/contract/problem.ts';
import { isTouched } from '../../../../src/domain/case/touches.ts';
import { openEvents } from '../../../../src/panel/features/case/log/open.ts';
import { conflictOf, rowBehind, writeDraft, type Desk } from '../../../../src/panel/features/case/log/write.ts';
import { newDeskKey } from '../../../../src/panel/sealing/desk.ts';
import { signEvent, type Unsigned } from '../../../../src/panel/sealing/event.ts';
import { handlerKeysOf } from '../../../../src/panel/sealing/key-material.ts';
import type { HandlerKeys } from '../../../../src/contract/vault.ts';

const report = randomText(16);
const at = '2026-11-22T10:00:00.000Z';
let hana: HandlerKeys;
let hugo: HandlerKeys;
beforeAll(async () => {
	[hana, hugo] = [await handlerKeysOf(await newDeskKey()), await handlerKeysOf(await newDeskKey())];
});

/** A log in memory that refuses what a backend refuses of numbers. */
async function logOf(...drafts: [HandlerKeys, Unsigned][]) {
	const events: StoredEvent[] = [];
	let head = { id: report, version: 0, head: firstPrevious };
	const append = async (keys: HandlerKeys, draft: Unsigned): Promise<void> => {
		const signed = await signEvent(draft, head, keys, at);
		if (!signed.ok) throw new Error(signed.problem);
		const { event } = signed.value;
		events.push({ event, sealed: null });
		head = { id: report, version: event.seq, head: await eventHash(event) };
	};
	for (const [keys, draft] of drafts) await append(keys, draft);
	// No more of a row is looked at here.
	const row = (): CaseRow => head as CaseRow;
	const desk: Desk = {
		id: report,
		keys: hana,
		now: () => at,
		read: () => Promise.resolve(done({ row: { ...row(), grants: [] }, events: [...events], holders: [] })),
		async send({ event }) {
			if (event.seq !== head.version + 1) {
				return failed('conflict', [], { why: 'stale', changed: events.slice(event.seq - 1) });
			}
			events.push({ event, sealed: null });
			head = { id: report, version: event.seq, head: await eventHash(event) };
			return done(row());
		},
		colleagues: () => Promise.resolve(failed('not-found')),
	};
	return { events, append, row, desk };
}
const claim: Unsigned = { kind: 'claim', data: {} };
const minor: Unsigned = { kind: 'severity', data: { level: 'minor' } };
const severe: Unsigned = { kind: 'severity', data: { level: 'severe' } };
const known = (...keys: HandlerKeys[]) => ({
	signers: Object.fromEntries(keys.map(({ public: key }) => [key.id, { name: 'Somebody', sign: key.sign }])),
	service: {},
});

test('each entry holds on to the one before and is signed; what is not stands out, and a key that nobody knows is said', async () => {
	const { events } = await logOf([hana, claim], [hugo, minor], [hana, severe]);
	const shown = async (stored: readonly StoredEvent[], ...keys: HandlerKeys[]) =>
		(await openEvents(stored, report, null, known(...keys))).map(({ verified, unknown }) =>
			verified ? 'genuine' : unknown ? 'unknown' : 'broken',
		);
	expect(await shown(events, hana, hugo)).toEqual(['genuine', 'genuine', 'genuine']);
	expect(await shown(events, hana)).toEqual(['genuine', 'unknown', 'genuine']);
	expect(await shown([...events.slice(0, 1), ...events.slice(2)], hana, hugo)).toEqual(['genuine', 'broken']);
	const [first, second, third] = events;
	if (!first || !second || !third || second.event.kind !== 'severity') throw new Error('no events');
	const forged: StoredEvent = { ...second, event: { ...second.event, data: { level: 'severe' } } };
	expect(await shown([first, forged, third], hana, hugo)).toEqual(['genuine', 'broken', 'broken']);
	expect(await openEvents(events, randomText(16), null, known(hana, hugo))).toMatchObject([
		{ verified: false },
		{ verified: false },
		{ verified: false },
	]);
	// A handler's key does not stand in for the service's.
	const service = { signers: {}, service: { [hana.public.id]: hana.public.sign } };
	expect((await openEvents(events, report, null, service)).map(({ verified }) => verified)).toEqual([
		false,
		false,
		false,
	]);
});

test('what does not touch a change is signed past without asking; what does is told, and may be written behind it', async () => {
	const { append, row, desk, events } = await logOf([hugo, claim]);
	const seen = row();
	await append(hugo, { kind: 'export', data: {} });
	expect(await writeDraft(desk, seen, minor)).toMatchObject({ ok: true, value: { version: 3 } });
	const before = row();
	await append(hugo, severe);
	const told = await writeDraft(desk, before, minor);
	if (told.ok) throw new Error('written over');
	expect(conflictOf(told)?.changed.map(({ event }) => event.kind)).toEqual(['severity']);
	expect(events).toHaveLength(4);
	const chosen = await writeDraft(desk, await rowBehind(before, told), minor);
	expect(chosen).toMatchObject({ ok: true, value: { version: 5 } });
});

test('an end of the whole touches every change, a note touches nothing', () => {
	expect(isTouched('note', ['withdrew'])).toBe(true);
	expect(isTouched('step', ['note', 'claim', 'export', 'assign'])).toBe(false);
	expect(isTouched('step', ['note', 'wrote'])).toBe(true);
	expect(isTouched('claim', ['step'])).toBe(false);
});
