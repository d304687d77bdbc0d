/** What a stolen store tells of who sent what: nothing that was seen when tokens were issued meets anything of a report. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { clientOf } from './setup/client.ts';
import { dumpOf, valuesOf } from './setup/dump.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { sealedReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const accounts = ['Mira', 'Omar', 'Priya'];

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	test('no stored data joins account and report: three accounts, nine reports, everything dumped', async () => {
		// What a curious operator could write down while tokens are issued.
		const issued: string[] = [];
		const { standing } = backend.services;
		const key = await standing.tokens.current();
		const seeing: typeof key.blindSign = (blinded) => {
			const signature = key.blindSign(blinded);
			for (const bytes of [Buffer.from(blinded), signature ?? Buffer.alloc(0)]) {
				issued.push(bytes.toString('base64url'), createHash('sha256').update(bytes).digest('base64url'));
			}
			return signature;
		};
		Object.assign(backend.services, {
			standing: { ...standing, tokens: { ...standing.tokens, current: async () => ({ ...key, blindSign: seeing }) } },
		});
		const recipients = ['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public);
		const sent: string[] = [];
		const tokens: string[] = [];
		for (const name of accounts) {
			backend.clock.now += 61_003;
			const client = await clientOf(backend, name);
			await client.keeper.standing({ wiki: wikiA });
			for (const { value } of await client.vault.all('tokens')) tokens.push(value.token.message, value.token.signature);
			for (let count = 0; count < 3; count++) {
				backend.clock.now += 17_009;
				const made = await sealedReport(recipients);
				await client.waiting(made, 'token');
				expect(await client.keeper.flush({})).toMatchObject({ value: [{ state: 'sent' }] });
				sent.push(made.id);
			}
		}
		const dump = await dumpOf(backend.store);
		expect(dump['report']?.map((row) => row['standing'])).toEqual(Array<string>(9).fill('token'));
		expect(dump['spent_token']).toHaveLength(9);
		expect(issued).toHaveLength(120);

		const text = JSON.stringify(dump);
		for (const word of [...accounts, ...issued, ...tokens]) expect(text.includes(word), word).toBe(false);
		// Of an account there is its count of the day; nothing of it is anywhere else but the time-less day itself.
		expect(dump['token_count']?.map((row) => Object.keys(row).sort())).toEqual(
			accounts.map(() => ['account', 'count', 'day']),
		);
		expect(dump['token_count']?.map(({ day, count }) => [day, count])).toEqual(
			accounts.map(() => [Math.floor(backend.clock.now / 86_400_000), 10]),
		);
		const ofAccounts = valuesOf(dump, ['token_count', 'slowing', 'session']);
		const ofReports = valuesOf(dump, [
			'report',
			'report_grant',
			'report_message',
			'spent_token',
			'finding',
			'identity',
		]);
		ofAccounts.delete(wikiA);
		expect(ofAccounts.size).toBeGreaterThan(accounts.length);
		expect([...ofAccounts].filter((value) => ofReports.has(value))).toEqual([]);
		// A spent token says which it was and nothing of its report.
		expect(dump['spent_token']?.map((row) => Object.keys(row).sort())).toEqual(sent.map(() => ['term', 'token']));
		const spent = valuesOf(dump, ['spent_token']);
		const others = valuesOf(
			dump,
			Object.keys(dump).filter((name) => name !== 'spent_token'),
		);
		expect([...spent].filter((value) => others.has(value))).toEqual([]);
	});
});
