/** Where all logs end, on a page of a real wiki: written by the service's own account, read with its history by the command. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepHeads } from '../../../src/backend/jobs/heads.ts';
import { openBots } from '../../../src/backend/wiki/bot.ts';
import { startTestBackend, type TestBackend } from '../../backend/setup/backend.ts';
import { makeWorld, wikiA } from '../../backend/setup/people.ts';
import { sealedReport } from '../../backend/setup/sealed.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';

/** Of the characters that MediaWiki takes there: 0-9 and a-w. */
const word = 'wikihavenheads2026tellwhereitend';
const logPage = 'Project:Wikihaven log';
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-heads-'));
const ending = new AbortController();
let wiki: Wiki;
let backend: TestBackend;
let file: string;

beforeAll(async () => {
	wiki = await testWiki();
	await wiki.createUser('Haven');
	await wiki.maintain('createBotPassword.php', [
		'--appid',
		'log',
		'--grants',
		'basic,editpage,createeditmovepage',
		'Haven',
		word,
	]);
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, `${word}\n`, { mode: 0o600 });
	const bot = { user: 'Haven@log', passwordFile, logPage };
	// Whose reports come from a wiki of memory; its page is on the real one.
	const wikis = [{ base: wikiA }, { base: `${wiki.base}/w`, bot }];
	const store = { kind: 'sqlite', path: join(folder, 'haven.sqlite') } as const;
	const world = await makeWorld();
	backend = await startTestBackend(world, store, { wikis });
	await backend.send(await sealedReport(['Hana', 'recovery'].map((name) => world.key(name).public)));
	file = join(folder, 'haven.json');
	const config = {
		listen: { port: 0 },
		publicOrigin: 'http://haven.test',
		operator: 'Tests',
		store,
		keyFolder: folder,
	};
	// The wiki of memory cannot be asked by another process.
	writeFileSync(file, JSON.stringify({ ...config, wikis: wikis.slice(1), staff: world.staff }));
});
afterAll(async () => {
	ending.abort();
	await backend.stop();
	await wiki.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function verify(): Promise<{ code: number | null; out: string }> {
	const main = join(import.meta.dirname, '../../../src/host/cli/main.ts');
	const child = spawn(process.execPath, [main, 'log', 'verify', '--config', file, '--wiki-page']);
	let out = '';
	child.stdout.on('data', (part: Buffer) => (out += part.toString()));
	child.stderr.on('data', (part: Buffer) => (out += part.toString()));
	const code = await new Promise<number | null>((done) => child.once('close', done));
	return { code, out };
}

test('a line a day stands on the page, and what was taken away in the store shows beside its history', async () => {
	const { services } = backend;
	const needs = { ...services, bots: openBots(services.config.wikis, 'test', ending.signal) };
	const published = new Map<string, number>();
	backend.clock.now += 24 * 3_600_000;
	await keepHeads(needs, published);
	backend.clock.now += 24 * 3_600_000;
	await keepHeads(needs, published);
	expect(backend.logged.filter((line) => line.includes('not written'))).toEqual([]);
	const rows = await services.store.db.selectFrom('head_snapshot').selectAll().orderBy('n').execute();
	const text = await (await fetch(`${wiki.base}/w/index.php?title=${logPage.replace(' ', '_')}&action=raw`)).text();
	expect(rows.length).toBeGreaterThan(1);
	expect(published.get(`${wiki.base}/w`)).toBe(rows.at(-1)?.n);
	for (const { n, hash } of rows) expect(text).toMatch(new RegExp(`^\\* ${n} \\S+ ${hash}$`, 'm'));
	// What others write there counts for nothing.
	await wiki.edit('Mira', logPage, `* 99 2026-05-01T12:00:00.000Z ${'0'.repeat(64)}`);
	expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining('Everything holds.') as string });

	const last = rows.at(-1);
	await services.store.tx((tx) =>
		tx
			.deleteFrom('head_snapshot')
			.where('n', '=', last?.n ?? 0)
			.execute(),
	);
	const shown = await verify();
	expect(shown.code).toBe(1);
	expect(shown.out).toContain(`snapshot ${last?.n} is on the wiki’s page, and not in the store`);
	if (last) await services.store.tx((tx) => tx.insertInto('head_snapshot').values(last).execute());
	expect((await verify()).code).toBe(0);
});
