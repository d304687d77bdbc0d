/** A flood: ten thousand anonymous reports that wait delay no report by token and no emergency. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIntake, type Along } from '../../src/backend/store/intake.ts';
import { openStore, type Store } from '../../src/backend/store/open.ts';
import type { NewReport } from '../../src/backend/store/schema.ts';
import { atStart, firstEvent } from './setup/first-event.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let store: Store;
	beforeAll(async () => {
		store = openStore(await place.fresh());
		await store.migrate();
	});
	afterAll(() => store.close());

	const row = (id: string, route: string, standing: string): NewReport => ({
		id,
		route,
		standing,
		wiki: 'http://a.wiki.test/w',
		section: 'ucoc:3.1',
		at: 1,
		since: 1,
		state: 'received',
		sealed: randomBytes(64),
		hash: 'ab'.repeat(32),
		capability: 'c',
		receipt_key: 'k',
		receipt_signature: 's',
		...atStart,
	});
	const along = (id: string, token: string | null): Along => ({
		event: firstEvent(id),
		grants: [{ key: 'key', box: randomBytes(16) }],
		spent: token === null ? null : { token, term: 1 },
		identity: null,
	});

	test('10,000 anonymous reports before it: one by token and an emergency are among the next that are kept', async () => {
		const intake = openIntake(store);
		const order: string[] = [];
		const keep = async (id: string, route: string, token: string | null = null): Promise<void> => {
			expect(await intake.keep(row(id, route, token === null ? 'work' : 'token'), along(id, token))).toBe('kept');
			order.push(id);
		};
		const flood = Array.from({ length: 10_000 }, (_, at) => keep(`flood${at}`, 'conduct'));
		await flood[0];
		// Now they come, while the flood is being taken in.
		const before = order.length;
		await Promise.all([keep('named', 'conduct', 'token-1'), keep('emergency', 'threat')]);
		const after = order.indexOf('emergency');
		expect(before).toBeLessThan(1_000);
		// What was taken up when they came, and the one with them in it.
		expect(after - before).toBeLessThanOrEqual(2 * 256);
		expect(order.indexOf('named')).toBeLessThan(after);
		await Promise.all(flood);
		expect(order).toHaveLength(10_002);
		// The flood itself was taken in, in the order it came.
		const rest = order.filter((id) => id.startsWith('flood'));
		expect(rest).toEqual(Array.from({ length: 10_000 }, (_, at) => `flood${at}`));
	});

	test('a flood of emergencies stands behind what comes by token, and before the rest', async () => {
		const intake = openIntake(store);
		const order: string[] = [];
		const keep = async (id: string, route: string, token: string | null = null): Promise<void> => {
			await intake.keep(row(id, route, token === null ? 'work' : 'token'), along(id, token));
			order.push(id);
		};
		const plain = keep('plain', 'conduct');
		const threats = Array.from({ length: 600 }, (_, at) => keep(`threat${at}`, 'threat'));
		await Promise.all([plain, ...threats, keep('by-token', 'office', 'token-2')]);
		expect(order[0]).toBe('by-token');
		expect(order.at(-1)).toBe('plain');
	});

	test('only so many anonymous ones wait, by number and by bytes; there is room again once they are taken in', async () => {
		for (const [name, room] of [
			['count', { reports: 3, bytes: 1e6 }],
			// A report is of 64 bytes and its grant of 16.
			['bytes', { reports: 1e6, bytes: 3 * 80 }],
		] as const) {
			const intake = openIntake(store, room);
			const keep = (id: string, route = 'conduct', token: string | null = null) =>
				intake.keep(row(name + id, route, token === null ? 'work' : 'token'), along(name + id, token));
			const five = [1, 2, 3, 4, 5].map((one) => keep(`plain${one}`));
			const others = [keep('threat', 'threat'), keep('token', 'conduct', `${name}-room`)];
			expect(await Promise.all(five), name).toEqual(['kept', 'kept', 'kept', 'full', 'full']);
			expect(await Promise.all(others), name).toEqual(['kept', 'kept']);
			expect(await Promise.all([6, 7, 8].map((one) => keep(`plain${one}`))), name).toEqual(['kept', 'kept', 'kept']);
		}
	});

	test('two with one token in one go: the first is kept, the second is told', async () => {
		const intake = openIntake(store);
		const both = ['first', 'second'].map((id) => intake.keep(row(id, 'conduct', 'token'), along(id, 'token-3')));
		expect(await Promise.all(both)).toEqual(['kept', 'spent']);
		const grants = await store.db
			.selectFrom('report_grant')
			.select('report')
			.where('report', 'in', ['first', 'second'])
			.execute();
		expect(grants).toEqual([{ report: 'first' }]);
	});
});
