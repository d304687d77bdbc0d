/** The verb `lists` as an operator types it, beside a running backend: import, status, removal, and what stands in the way. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { BackendConfigSchema } from '../../src/backend/config.ts';
import { openLog } from '../../src/backend/log.ts';
import { startBackend, type Running } from '../../src/backend/server.ts';
import { controlSocket } from '../../src/backend/upload/control.ts';
import { leafHash, MerkleTree } from '../../src/backend/upload/lists/merkle.ts';
import { ListLogSchema } from '../../src/contract/upload-log.ts';
import { startHasher } from '../../src/host/cli/upload-hasher.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { legalContact, madePdq, secretFile, someRecipient } from './setup/upload.ts';

const main = join(import.meta.dirname, '../../src/host/cli/main.ts');
const { folder, remove } = secretFile('x');
const configFile = join(folder, 'haven.json');
const log: string[] = [];
let world: World;
let running: Running;

const configWith = (upload: object | undefined) => ({
	listen: { port: 0 },
	publicOrigin: 'http://haven.test',
	operator: 'Tests',
	store: { kind: 'sqlite', path: join(folder, 'haven.sqlite') },
	keyFolder: join(folder, 'keys'),
	wikis: [{ base: wikiA }],
	staff: world.staff,
	upload,
});
const upload = {
	legalContact,
	classes: { 'child-abuse': { preserveTo: [someRecipient] } },
	lists: [
		{ id: 'ours', class: 'child-abuse', format: 'csv', agreement: 'No. 1' },
		{ id: 'unsigned', class: 'child-abuse', format: 'csv' },
	],
};

interface Said {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}
/** Not spawnSync: the backend in this process has to answer. */
function wikihaven(args: string[], input = ''): Promise<Said> {
	const child = spawn(process.execPath, [main, 'lists', ...args], { cwd: folder });
	const said = { out: '', err: '' };
	child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
	child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
	child.stdin.end(input);
	return new Promise((done) => child.once('close', (code) => done({ code, ...said })));
}
const withConfig = (verb: string, ...rest: string[]): string[] => [verb, '--config', configFile, ...rest];

beforeAll(async () => {
	world = await makeWorld();
	mkdirSync(join(folder, 'keys'));
	const config = configWith(upload);
	writeFileSync(configFile, JSON.stringify(config));
	running = await startBackend({
		config: v.parse(BackendConfigSchema, config),
		log: openLog('debug', { write: (line: string) => void log.push(line) }),
		version: 'test',
		directory: world.directory,
		startHasher,
	});
});
afterAll(async () => {
	await running.stop();
	remove();
});

test('a list is imported through the running backend, shown, and removed; its log is public and says nothing of it', async () => {
	const lines = [madePdq(1), madePdq(2), 'no hash', '0'.repeat(64)].join('\n');
	writeFileSync(join(folder, 'list.csv'), lines);
	const done = await wikihaven(withConfig('import', '--list', 'ours', 'list.csv'));
	expect(done.code).toBe(0);
	expect(JSON.parse(done.out)).toMatchObject({ ok: true, counts: { added: 3, quarantined: 1, errors: 1 } });
	const again = await wikihaven(withConfig('import', '--list', 'ours', '-'), lines);
	expect(JSON.parse(again.out)).toMatchObject({ ok: true, counts: { added: 0, known: 3 } });
	const status = await wikihaven(withConfig('status'));
	expect(JSON.parse(status.out)).toMatchObject({ list: 'ours', version: 2, matched: { pdq: 2 }, quarantined: 1 });

	const answer = await fetch(`http://127.0.0.1:${running.port}/v1/upload/list-log`);
	const told = await answer.text();
	const { entries } = v.parse(ListLogSchema, JSON.parse(told));
	// The first says under which settings it is used, before there was anything in it.
	expect(entries).toMatchObject([
		{ seq: 1, list: 'ours', version: 1 },
		{ seq: 2, list: 'ours', version: 2 },
	]);
	for (const secret of [madePdq(1), 'No. 1', 'child-abuse', 'salt', 'threshold']) expect(told).not.toContain(secret);

	const opened = await wikihaven(withConfig('open', '--list', 'ours', '--version', '2'));
	const leaves = opened.out
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { salt: string; text: string });
	expect(leaves.map(({ text }) => text.split('\n')[0])).toEqual(['settings', 'add', 'add', 'add']);
	const tree = new MerkleTree();
	for (const { salt, text } of leaves) tree.add(leafHash(Buffer.from(salt, 'hex'), text));
	expect(tree.root()).toBe(entries[1]?.root);
	expect((await wikihaven(withConfig('open', '--list', 'ours', '--version', '9'))).code).toBe(1);

	expect(JSON.parse((await wikihaven(withConfig('remove', '--list', 'ours'))).out)).toBe(3);
	expect(JSON.parse((await wikihaven(withConfig('status'))).out)).toMatchObject({ state: 'removed' });
	const rest = await fetch(`http://127.0.0.1:${running.port}/v1/upload/list-log?after=2`);
	expect(v.parse(ListLogSchema, await rest.json()).entries).toMatchObject([{ seq: 3, version: 3 }]);
	expect(log.join('')).not.toContain(madePdq(1));
});

test('nobody but this system user can open the door', () => {
	expect(statSync(controlSocket(join(folder, 'keys'))).mode & 0o777).toBe(0o600);
});

test('a folder, an empty file, another format, half a list: told in words, ended with 1, and nothing of it is matched', async () => {
	const before = await wikihaven(withConfig('status'));
	writeFileSync(join(folder, 'empty.csv'), '');
	writeFileSync(join(folder, 'list.json'), JSON.stringify([{ type: 'pdq', value: madePdq(7) }]));
	writeFileSync(join(folder, 'words.txt'), 'These are words.\nThey are no list.\n');
	for (const [file, more, words] of [
		['.', [], 'is a folder'],
		['empty.csv', [], 'there is no entry in it'],
		['list.json', [], 'see --format'],
		['words.txt', [], 'see --format'],
		['words.txt', ['--format', 'tat-json'], 'of another format'],
		['list.csv', ['--format', 'ncmec-v2'], 'of another format'],
	] as const) {
		const done = await wikihaven(withConfig('import', '--list', 'ours', ...more, file));
		expect(done.err, file).toContain(words);
		expect(done.code, file).toBe(1);
	}
	const counted = ({ out }: Said) => (JSON.parse(out) as { matched: object }).matched;
	expect(counted(await wikihaven(withConfig('status')))).toEqual(counted(before));
	const right = await wikihaven(withConfig('import', '--list', 'ours', '--format', 'threatexchange-json', 'list.json'));
	expect(right).toMatchObject({ code: 0, err: '' });
	await wikihaven(withConfig('remove', '--list', 'ours'));
});

test('what stands in the way is told: no agreement, no such list, no file, no source, no backend, switched off', async () => {
	const say = async (...args: string[]): Promise<Said> => wikihaven(withConfig(...(args as [string])));
	expect((await say('import', '--list', 'unsigned', 'list.csv')).err).toContain('no list "unsigned" in use');
	expect((await say('import', '--list', 'ours', 'nothing.csv')).err).toContain('nothing.csv cannot be read');
	const refused = await say('import', '--list', 'ours');
	expect(refused.code).toBe(1);
	expect(JSON.parse(refused.out)).toMatchObject({ ok: false, why: 'no-source' });
	expect(refused.err).toContain('it has no source in the configuration');
	for (const args of [
		['import'],
		['import', '--list', 'ours', '--format', 'x', 'list.csv'],
		['import', '--list', 'ours', 'list.csv', 'other.csv'],
		['status', 'ours'],
		['remove', 'ours'],
		['open', '--list', 'ours'],
		['import', '--lists', 'ours', 'list.csv'],
	]) {
		const wrong = await say(...args);
		expect(wrong, args.join(' ')).toMatchObject({ code: 2, out: '' });
		expect(wrong.err, args.join(' ')).not.toBe('');
	}
	expect((await say('import', '--list', 'no such/list ü?', 'list.csv')).err).toContain(
		'no list "no such/list ü?" in use',
	);
	expect((await say('open', '--list', 'ours', '--version', '99')).err).toContain('with a version 99');
	const elsewhere = { ...configWith(upload), keyFolder: join(folder, 'other') };
	writeFileSync(join(folder, 'other.json'), JSON.stringify(elsewhere));
	expect((await wikihaven(['status', '--config', 'other.json'])).err).toContain('wikihaven serve');
	for (const missing of [undefined, { ...upload, legalContact: undefined }, { ...upload, classes: {} }]) {
		writeFileSync(join(folder, 'off.json'), JSON.stringify(configWith(missing)));
		const off = await wikihaven(['status', '--config', 'off.json']);
		expect(off).toMatchObject({ code: 1 });
		expect(off.err).toContain('hash checking is off');
	}
	expect(readFileSync(join(folder, 'list.csv'), 'utf8'), 'a list is only read').toContain(madePdq(1));
});
