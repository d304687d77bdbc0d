/** Words that the wiki suppressed go out of the kept report: old bytes gone, what is left opens, receipt and log hold. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64 } from '../../src/contract/bytes.ts';
import { CaseEventsSchema } from '../../src/contract/case-log.ts';
import { SealedCaseSchema } from '../../src/contract/case.ts';
import { ThreadSchema } from '../../src/contract/follow.ts';
import { ReportBodySchema } from '../../src/contract/report.ts';
import { keysOfCode } from '../../src/contract/return-code.ts';
import { openEvents } from '../../src/panel/features/case/log/open.ts';
import { openOwn } from '../../src/panel/sealing/follow.ts';
import { openJson, openReport } from '../../src/panel/sealing/open-report.ts';
import { openWithheld, withhold } from '../../src/panel/sealing/withhold.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { dumpOf } from './setup/dump.ts';
import { makeWorld, type World } from './setup/people.ts';
import { canaries, sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	async function received(): Promise<MadeReport> {
		const made = await sealedReport(['Hana', 'Hugo'].map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const handler = async (made: MadeReport, user: 'Hana' | 'Hugo') =>
		handlerOf(backend, made, await backend.signIn(user));
	/** As Hana's panel makes it, with Hugo as the one oversighter. */
	async function draftOf(made: MadeReport, hash = made.report.hash) {
		const body = v.parse(ReportBodySchema, await openJson(made.key, fromBase64(made.report.sealed)));
		const less = await withhold({ body, secret: made.key, hash }, 0, [{ name: 'Hugo', key: world.key('Hugo').public }]);
		if (!less.ok) throw new Error(less.problem);
		return less.value.draft;
	}
	const sealedOf = async (made: MadeReport) =>
		v.parse(SealedCaseSchema, (await (await handler(made, 'Hana')).open()).body);

	test('the words leave the store but for what an oversighter opens; the rest opens as genuine for both sides', async () => {
		const made = await received();
		const hana = await handler(made, 'Hana');
		const before = await reporterOf(backend, made).status();
		const draft = await draftOf(made);
		expect((await hana.write(draft)).status).toBe(200);

		const old = Buffer.from(made.report.sealed, 'base64');
		expect(JSON.stringify(await dumpOf(backend.store))).not.toContain(old.toString('base64url'));
		if (place.kind === 'sqlite') {
			const files = place.folders().flatMap((root) =>
				readdirSync(root, { recursive: true, withFileTypes: true })
					.filter((file) => file.isFile())
					.map((file) => readFileSync(join(file.parentPath, file.name))),
			);
			// The middle of it: its end may lie on another page.
			expect(files.some((file) => file.includes(old.subarray(200, 600)))).toBe(false);
		}
		const opened = await openReport(await sealedOf(made), world.key('Hana').keys);
		if (!opened.ok) throw new Error(opened.problem);
		expect(opened.value.verified).toBe(true);
		expect(JSON.stringify(opened.value.body)).not.toContain(canaries.quote);
		expect(opened.value.body).toMatchObject({ details: canaries.text, evidence: [{ withheld: true }] });

		const reporter = reporterOf(backend, made);
		expect((await reporter.status()).body).toEqual(before.body);
		const thread = v.parse(ThreadSchema, (await reporter.thread()).body);
		expect(thread.status.receipt.hash).toBe(made.report.hash);
		const own = await openOwn(thread, (await keysOfCode(made.code)).follow);
		expect(own?.body).toEqual(opened.value.body);

		const { events } = v.parse(CaseEventsSchema, (await hana.events()).body);
		const signers = { [world.key('Hana').public.id]: { name: 'Hana', sign: world.key('Hana').public.sign } };
		const shown = await openEvents(events, made.id, null, { signers, service: {} });
		expect(shown.at(-1)).toMatchObject({ verified: true, event: { kind: 'withhold' } });
		expect((await openWithheld(events, made.id, world.key('Hana').keys)).size).toBe(0);
		const words = await openWithheld(events, made.id, world.key('Hugo').keys);
		expect(words.get(0)?.target.quote).toBe(canaries.quote);
	});

	test('the same again is done already; what is made of the report of before, or says another hash, changes nothing', async () => {
		const made = await received();
		const hana = await handler(made, 'Hana');
		const draft = await draftOf(made);
		const wrong = { ...draft, data: { ...draft.data, after: '0'.repeat(64) } };
		expect((await hana.write(wrong)).body).toMatchObject({ problem: 'bad-input' });
		const { sealed, remainder, ...rest } = draft;
		expect((await hana.write({ ...rest, sealed })).body).toMatchObject({ problem: 'bad-input' });
		expect((await hana.write({ ...rest, remainder })).body).toMatchObject({ problem: 'bad-input' });
		expect((await hana.write({ kind: 'export', data: {}, remainder })).body).toMatchObject({ problem: 'bad-input' });
		expect((await sealedOf(made)).hash).toBe(made.report.hash);
		for (let times = 0; times < 2; times++) {
			expect(await hana.write(draft)).toMatchObject({ status: 200, body: { version: 2 } });
		}
		const later = await draftOf(made);
		expect(await (await handler(made, 'Hugo')).write(later)).toMatchObject({ status: 409 });
		expect(await sealedOf(made)).toMatchObject({ sealed: draft.remainder, hash: draft.data.after, version: 2 });
	});

	test('what was taken back has no words to withhold', async () => {
		const made = await received();
		const hana = await handler(made, 'Hana');
		await reporterOf(backend, made).withdraw();
		expect((await hana.write(await draftOf(made))).status).toBe(404);
	});
});
