/** Handlers and a reporter write about the same case at the same moment: nothing of it is lost, and nothing is there twice. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { eventHash, firstPrevious } from '../../src/contract/case-event.ts';
import { done, failed, type Outcome } from '../../src/contract/problem.ts';
import type { CaseRow } from '../../src/contract/case.ts';
import { eventsOf } from '../../src/backend/store/log.ts';
import { messagesOf } from '../../src/backend/store/messages.ts';
import { openStore, type Store } from '../../src/backend/store/open.ts';
import { writeEvent } from '../../src/backend/store/write-event.ts';
import { writeMessage } from '../../src/backend/store/write-message.ts';
import {
	answerDraft,
	conflictOf,
	writeDraft,
	type Desk,
	type EventDraft,
} from '../../src/panel/features/case/log/write.ts';
import { newKey, type KeyPair } from './setup/people.ts';
import { onBothStores } from './setup/stores.ts';

const runs = 1_000;
const at = 1_800_000_000_000;
const levels = ['minor', 'serious', 'severe'] as const;
const signer = { key: '5'.repeat(16), signText: () => 'c2lnbmVk' };

onBothStores((place) => {
	let store: Store;
	let people: KeyPair[];
	const ids = Array.from({ length: runs }, () => randomText(16));
	beforeAll(async () => {
		store = openStore(await place.fresh());
		await store.migrate();
		people = await Promise.all([newKey(), newKey(), newKey()]);
		const row = { wiki: 'http://a.wiki.test/w', route: 'conduct', section: 'ucoc:3.1', at, since: at, changed: at };
		const rest = {
			state: 'received',
			standing: 'work',
			hash: '',
			capability: '',
			receipt_key: '',
			receipt_signature: '',
		};
		const log = { version: 0, head: firstPrevious, sealed: randomBytes(8) };
		await store.tx(async (tx) => {
			for (let from = 0; from < runs; from += 200) {
				const some = ids.slice(from, from + 200);
				await tx
					.insertInto('report')
					.values(some.map((id) => ({ id, ...row, ...rest, ...log })))
					.execute();
			}
		});
	});
	afterAll(() => store.close());

	async function rowOf(id: string): Promise<CaseRow> {
		const { version, head } = await store.db
			.selectFrom('report')
			.select(['version', 'head'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		// No more of it is looked at where something is signed.
		return { id, version, head } as CaseRow;
	}
	/** The panel's own way of writing, straight into the store. */
	function deskOf(id: string, { keys }: KeyPair): Desk {
		return {
			id,
			keys,
			now: () => new Date(at).toISOString(),
			read: async () => done({ row: await rowOf(id), events: await eventsOf(store.db, id), holders: [] }),
			async send({ event, message }): Promise<Outcome<CaseRow>> {
				const words = message && {
					id: message.id,
					sender: 'handler',
					kind: 'message',
					sealed: Buffer.from(message.sealed, 'base64'),
				};
				const along = {
					sealed: null,
					message: words ?? null,
					grants: [],
					desk: [],
					remainder: null,
					hearing: null,
					by: [keys.public.id],
				};
				const written = await writeEvent(store, event, along, at);
				return written.ok ? done(await rowOf(id)) : written;
			},
			colleagues: () => Promise.resolve(failed('not-found')),
		};
	}
	const pick = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(Math.random() * all.length)] ?? all[0];
	const draft = (): Promise<EventDraft> =>
		pick<() => Promise<EventDraft>>([
			async () => ({ kind: 'severity', data: { level: pick(levels) } }),
			async () => ({ kind: 'join', data: { group: randomText(16) } }),
			async () => ({ kind: 'snooze', data: { until: null } }),
			async () => answerDraft({ id: randomText(16), sealed: randomBytes(20).toString('base64') }),
			async () => ({ kind: 'export', data: {} }),
		])();

	/** Until it is written, each time on what is there by then, as somebody does who chooses it again. */
	async function insist(desk: Desk, one: EventDraft): Promise<void> {
		for (;;) {
			const written = await writeDraft(desk, await rowOf(desk.id), one);
			if (written.ok) return;
			if (conflictOf(written)?.why !== 'stale') throw new Error(`${written.problem} ${conflictOf(written)?.why ?? ''}`);
		}
	}

	/** Two or three handlers, and now and then the reporter, all at once. */
	async function run(id: string): Promise<void> {
		const drafts = await Promise.all(
			people.slice(Math.floor(Math.random() * 2)).map(async (who) => ({ who, one: await draft() })),
		);
		const fromReporter = Math.random() < 0.3;
		const message = { id: randomText(16), sender: 'reporter', kind: 'message', sealed: randomBytes(20) };
		const all = await Promise.all([
			...drafts.map(({ who, one }) => insist(deskOf(id, who), one)),
			...(fromReporter ? [writeMessage(store, signer, id, message, at)] : []),
		]);
		const events = (await eventsOf(store.db, id)).map(({ event }) => event);
		expect(events).toHaveLength(all.length);
		const said = ({ kind, data }: { kind: string; data: unknown }) => JSON.stringify([kind, data]);
		for (const { who, one } of drafts) {
			const mine = events.filter((event) => event.by === who.public.id);
			expect(mine.map(said)).toEqual([said(one)]);
		}
		let previous = firstPrevious;
		for (const [n, event] of events.entries()) {
			expect([event.seq, event.previous]).toEqual([n + 1, previous]);
			previous = await eventHash(event);
		}
		const row = await store.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
		const last = <K extends string>(kind: K) => events.findLast((event) => event.kind === kind);
		expect(row).toMatchObject({ version: events.length, head: previous });
		const [severity, join] = [last('severity'), last('join')];
		expect(row.severity).toBe(severity?.kind === 'severity' ? severity.data.level : null);
		expect(row.in_group).toBe(join?.kind === 'join' ? join.data.group : null);
		const words = events.filter(({ kind }) => kind === 'answer' || kind === 'wrote');
		expect((await messagesOf(store.db, id)).length).toBe(words.length);
	}

	test(`H3: in ${runs} random concurrent runs no update is lost`, async () => {
		const left = [...ids];
		const worker = async (): Promise<void> => {
			for (let id = left.pop(); id !== undefined; id = left.pop()) await run(id);
		};
		await Promise.all(Array.from({ length: 4 }, worker));
		const events = await store.db
			.selectFrom('case_event')
			.select(({ fn }) => fn.countAll<number>().as('all'))
			.executeTakeFirstOrThrow();
		expect(events.all).toBeGreaterThan(2 * runs);
	}, 240_000);
});
