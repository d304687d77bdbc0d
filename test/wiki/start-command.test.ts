/** `npm start` in a copy of the repository: demo, second start, ports in use, killed, and a machine without apt and PHP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cache, root } from '../../build/setup/folders.ts';
import { freePort, isFree } from '../../build/setup/ports.ts';

const made = new Set(['.git', '.cache', '.demo', 'dist', 'node_modules']);
const started: ChildProcess[] = [];
let copy: string;
let ports: { wiki: number; backend: number; oauth: number };

beforeAll(async () => {
	copy = mkdtempSync(join(tmpdir(), 'wikihaven-start-'));
	cpSync(root, copy, { recursive: true, filter: (path) => !made.has(basename(path)) });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	mkdirSync(join(copy, '.cache'));
	// What was downloaded stays where it is; locks and everything else are the copy's own.
	for (const name of readdirSync(cache).filter((one) => /^(mediawiki-[\w.]+|wikis)$/.test(one)))
		symlinkSync(join(cache, name), join(copy, '.cache', name));
	ports = { wiki: await freePort(), backend: await freePort(), oauth: await freePort() };
});
afterAll(async () => {
	for (const child of started) child.kill('SIGKILL');
	// Those it started notice within a moment.
	await sleep(3000);
	rmSync(copy, { recursive: true, force: true });
});

interface Start {
	child: ChildProcess;
	said(): string;
	/** Resolves with all it said once these words are among it; throws when it ends before. */
	says(words: string): Promise<string>;
	ended: Promise<number | null>;
}

function start(env: NodeJS.ProcessEnv = {}): Start {
	const child = spawn(process.execPath, [join(copy, 'build', 'start.ts')], {
		cwd: copy,
		env: {
			...process.env,
			WIKIHAVEN_PORT_WIKI: String(ports.wiki),
			WIKIHAVEN_PORT_BACKEND: String(ports.backend),
			WIKIHAVEN_PORT_OAUTH: String(ports.oauth),
			...env,
		},
	});
	started.push(child);
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += String(part)));
	const ended = new Promise<number | null>((give) => child.once('exit', give));
	return {
		child,
		said: () => text,
		async says(words) {
			for (let tries = 0; tries < 1200 && !text.includes(words); tries++) {
				if (child.exitCode !== null) break;
				await sleep(100);
			}
			if (!text.includes(words)) throw new Error(`It did not say "${words}" but:\n${text}`);
			return text;
		},
		ended,
	};
}

async function portsAreFree(): Promise<boolean> {
	for (let tries = 0; tries < 100; tries++) {
		if ((await Promise.all(Object.values(ports).map(isFree))).every(Boolean)) return true;
		await sleep(100);
	}
	return false;
}

const last = 'Ctrl-C stops everything';

test('a port that is in use is named, with what to do', async () => {
	const taken = createServer();
	await new Promise<void>((go) => taken.listen(ports.backend, '127.0.0.1', go));
	const demo = start();
	expect(await demo.ended).toBe(1);
	expect(demo.said()).toContain(`Port ${ports.backend} is in use by another program.`);
	expect(demo.said()).toContain('WIKIHAVEN_PORT_BACKEND=NUMBER');
	await new Promise((go) => taken.close(go));
});

test('wiki, gadget, backend and builds are there; a second one says who runs; Ctrl-C leaves nothing', async () => {
	const demo = start();
	const text = await demo.says(last);
	for (const words of [
		`http://127.0.0.1:${ports.wiki}/wiki/Talk:Village_pond`,
		'Log in at',
		'Mira',
		`http://haven.localhost:${ports.backend}`,
		join(copy, 'dist/chromium'),
		join(copy, 'dist/firefox/manifest.json'),
	])
		expect(text).toContain(words);
	for (const browser of ['chromium', 'firefox']) {
		expect(existsSync(join(copy, 'dist', browser, 'manifest.json'))).toBe(true);
	}
	const page = await (await fetch(`http://127.0.0.1:${ports.wiki}/wiki/Talk:Village_pond`)).text();
	expect(page).toContain('ext.gadget.wikihaven');
	expect(await (await fetch(`http://127.0.0.1:${ports.backend}/health`)).json()).toMatchObject({ ok: true });
	const config = await fetch(`http://127.0.0.1:${ports.wiki}/w/index.php?title=MediaWiki:Wikihaven.json&action=raw`);
	expect(await config.json()).toMatchObject({ backend: { origin: `http://haven.localhost:${ports.backend}` } });

	const second = start();
	expect(await second.ended).toBe(1);
	expect(second.said()).toContain(`The demo runs already (process ${demo.child.pid}).`);

	demo.child.kill('SIGINT');
	expect(await demo.ended).toBe(0);
	expect(await portsAreFree()).toBe(true);
});

test('killed in the middle, the next start takes it up, with what was written before', async () => {
	const broken = start();
	await broken.says('Starting the wiki');
	broken.child.kill('SIGKILL');
	await broken.ended;
	expect(await portsAreFree()).toBe(true);
	const demo = start();
	await demo.says(last);
	expect(await (await fetch(`http://127.0.0.1:${ports.backend}/health`)).json()).toMatchObject({ ok: true });
	expect(JSON.parse(readFileSync(join(copy, '.demo', 'ports.json'), 'utf8'))).toEqual(ports);
	demo.child.kill('SIGTERM');
	expect(await demo.ended).toBe(0);
	expect(await portsAreFree()).toBe(true);
});

test('without PHP and apt: what is missing is said, backend and builds come all the same', async () => {
	const bare = join(copy, 'bare');
	mkdirSync(bare);
	for (const tool of ['sh', 'cat']) symlinkSync(`/bin/${tool}`, join(bare, tool));
	const demo = start({ PATH: bare });
	const text = await demo.says(last);
	expect(text).toMatch(/PHP.* is missing/);
	expect(text).toContain('There is no demo wiki; backend and builds are there.');
	const about = await fetch(`http://127.0.0.1:${ports.backend}/v1/about`);
	expect(await about.json()).toMatchObject({ origin: `http://haven.localhost:${ports.backend}` });
	demo.child.kill('SIGINT');
	expect(await demo.ended).toBe(0);
});
