/** Somebody is told by a real wiki's own e-mail, from an account with a bot password that may do nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellDuty } from '../../../src/backend/duty/tell.ts';
import { openBots } from '../../../src/backend/wiki/bot.ts';
import { liveDirectory } from '../../../src/backend/wiki/live-directory.ts';
import { startTestBackend, type TestBackend } from '../../backend/setup/backend.ts';
import { makeWorld, newKey, type KeyPair } from '../../backend/setup/people.ts';
import { canaries, sealedReport } from '../../backend/setup/sealed.ts';
import { wikihavenConfig } from '../haven-config.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';

/** Of the characters that MediaWiki takes there: 0-9 and a-w. */
const word = 'wikihavenduti2026tellssomebodito';
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-duty-'));
const ending = new AbortController();
const never = new AbortController().signal;
const keys: KeyPair[] = [];
let wiki: Wiki;
let backend: TestBackend;

beforeAll(async () => {
	wiki = await testWiki();
	await wiki.createUser('Haven');
	await wiki.maintain('createBotPassword.php', ['--appid', 'duty', '--grants', 'basic,sendemail', 'Haven', word]);
	const duty = { rota: [{ members: ['Tomás', 'Nadia'] }], minutes: { emergencies: 5 } };
	const config = wikihavenConfig('http://haven.test', { duty });
	await wiki.edit('Admin', 'MediaWiki:Wikihaven.json', JSON.stringify(config));
	for (const name of ['Mira', 'Tomás']) {
		const key = await newKey();
		keys.push(key);
		await wiki.edit(
			name,
			`User:${name}/Wikihaven.json`,
			JSON.stringify({ wikihaven: 1, key: key.public, confirms: [] }),
		);
	}
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, `${word}\n`, { mode: 0o600 });
	const wikis = [{ base: `${wiki.base}/w`, origins: [], bot: { user: 'Haven@duty', passwordFile } }];
	const directory = liveDirectory(wikis, 'test', Date.now, ending.signal);
	const store = { kind: 'sqlite', path: join(folder, 'haven.sqlite') } as const;
	backend = await startTestBackend({ ...(await makeWorld()), directory }, store, { wikis });
	backend.clock.now = Date.now();
});
afterAll(async () => {
	ending.abort();
	await backend.stop();
	await wiki.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** The wiki writes to our account as well, that somebody logged in. */
const mailsNow = async () => (await wiki.mails()).filter((mail) => !String(mail.to).includes('Haven@'));

test('who is on duty and can read it gets one e-mail that names nothing, then the others of the team', async () => {
	const { config, services } = { ...backend, config: backend.services.config };
	const needs = { ...services, bots: openBots(config.wikis, 'test', ending.signal) };
	// Tried again, it finds the mails of before.
	const before = (await mailsNow()).length;
	backend.clock.now += 60_000;
	const recipients = keys.map((key) => key.public);
	const made = await sealedReport(recipients, { wiki: `${wiki.base}/w`, route: 'threat' });
	expect((await backend.send(made)).status).toBe(200);
	await tellDuty(needs, never);
	await tellDuty(needs, never);
	const mails = (await mailsNow()).slice(before);
	expect(mails.map((mail) => mail.to)).toEqual([[expect.stringContaining('Tom')]]);
	const [mail] = mails;
	expect(mail?.subject).toBe('Wikihaven: something waits for you.');
	expect(mail?.body).toContain(`${wiki.base}/wiki/Main_Page`);
	for (const trace of [made.id, 'threat', ...Object.values(canaries).map(String)]) {
		expect(JSON.stringify(mail)).not.toContain(trace);
	}
	backend.clock.now += 5 * 60_000;
	await tellDuty(needs, never);
	const all = (await mailsNow()).map((one) => String(one.to));
	expect(all.slice(before + 1).sort()).toEqual([expect.stringContaining('Mira'), expect.stringContaining('Tom')]);
	expect(JSON.stringify(backend.logged)).not.toMatch(/nobody could be told|Tom|Mira|Haven@/);
});
