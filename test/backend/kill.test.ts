/** The backend killed with -9 in the middle of a stream of reports: what was acknowledged is there, once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { openStore } from '../../src/backend/store/open.ts';
import { killableBackend, type Killable } from './setup/killable.ts';
import { makeWorld } from './setup/people.ts';
import { bodyOf, sealedReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const rounds = 4;
const senders = 8;

onBothStores((place) => {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-kill-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('R11: every acknowledged report is there with its receipt and its grants, exactly once', async () => {
		const world = await makeWorld();
		const config = await place.fresh();
		const recipients = ['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public);
		const body = bodyOf(await sealedReport(recipients));
		const backend = killableBackend(world, config, folder);
		/** Of each report its capability, and its receipt where one came. */
		const sent = new Map<string, { secret: string; receipt: string | null }>();
		const put = async ({ origin }: Killable, id: string, secret: string): Promise<string | null> => {
			try {
				const init = { method: 'PUT', body, headers: { authorization: `Capability ${secret}` } };
				const answer = await fetch(`${origin}/v1/reports/${id}`, init);
				const text = await answer.text();
				return answer.ok ? text : null;
			} catch {
				return null;
			}
		};
		for (let round = 0; round < rounds; round++) {
			const running = await backend.start();
			// Somewhere in the stream: after so many answers, with all other senders still waiting for theirs.
			let left = 10 + 10 * round;
			let stop = (): void => undefined;
			const enough = new Promise<void>((done) => (stop = done));
			const killed = new AbortController();
			const stream = async (): Promise<void> => {
				while (!killed.signal.aborted) {
					const [id, secret] = [randomText(16), randomText(32)];
					sent.set(id, { secret, receipt: null });
					const receipt = await put(running, id, secret);
					sent.set(id, { secret, receipt });
					if (receipt !== null && --left === 0) stop();
				}
			};
			const streams = Array.from({ length: senders }, stream);
			await enough;
			// Those on their way stay on their way; no new ones to a port that is dead.
			killed.abort();
			await running.kill();
			await Promise.all(streams);
		}
		const acknowledged = [...sent.values()].filter((one) => one.receipt !== null);
		expect(acknowledged.length).toBeGreaterThan(60);
		expect(acknowledged.length).toBeLessThan(sent.size);

		// As an outbox does: what was not acknowledged is sent again, and what was may be too.
		const running = await backend.start();
		for (const [id, { secret, receipt }] of sent) {
			const again = await put(running, id, secret);
			expect(again).not.toBeNull();
			if (receipt !== null) expect(again).toBe(receipt);
		}
		expect(await running.stop(), 'stops by itself when asked').toBe(0);

		const store = openStore(config);
		const stored = await store.db.selectFrom('report').select('id').execute();
		expect(stored.map((row) => row.id).sort()).toEqual([...sent.keys()].sort());
		const grants = await store.db
			.selectFrom('report_grant')
			.select(({ fn }) => ['report', fn.countAll<number>().as('count')])
			.groupBy('report')
			.execute();
		expect(grants).toHaveLength(sent.size);
		expect(new Set(grants.map((row) => row.count))).toEqual(new Set([recipients.length]));
		await store.close();
	});
});
