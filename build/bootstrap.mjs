/** Runs a TypeScript file of this repository on Node 24, installing the npm packages first where they are missing or old. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from './lock.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const marker = join(modules, '.wikihaven-lock');
const bin = join(modules, '.bin');
const [file, ...args] = process.argv.slice(2);

/** Standard output belongs to the command that is run, so everything said here goes to standard error. */
const say = (line) => process.stderr.write(`${line}\n`);

function fingerprint() {
	return createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
}

const marked = () =>
	existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint() && existsSync(join(bin, 'node'));

/** npm notes what it has put into node_modules; where that already is what the lock file asks for, nothing is to be done. */
function agreesWithLockFile() {
	const noted = join(modules, '.package-lock.json');
	if (!existsSync(noted) || !existsSync(join(bin, 'node'))) return false;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	const present = JSON.parse(readFileSync(noted, 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, entry]) => path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version,
	);
}

function npm(...words) {
	return spawnSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', process.stderr, process.stderr],
	});
}

async function install() {
	const release = await lock(join(root, '.cache', 'npm.lock'), (holder) =>
		say(`Waiting for process ${holder}, which is installing the npm packages ...`),
	);
	try {
		if (marked()) return;
		if (!agreesWithLockFile()) {
			say('Installing the npm packages (about half a minute the first time) ...');
			let done = npm('ci');
			// npm ci refuses where a registry lacks another system's optional package; an ordinary install, with the same
			// versions from the lock file, does not mind.
			if (!done.error && done.status !== 0) done = npm('install', '--no-save');
			if (done.status !== 0) {
				say(
					done.error
						? 'npm was not found. Install Node.js 20 or newer with npm, then run this again.'
						: 'The npm packages could not be installed. Is the network there? It is needed the first time and after package-lock.json has changed.',
				);
				rmSync(marker, { force: true });
				process.exit(1);
			}
		}
		writeFileSync(marker, fingerprint());
	} finally {
		release();
	}
}

if (!file) {
	say('Usage: node build/bootstrap.mjs FILE.ts [arguments]');
	process.exit(2);
}
if (!marked()) await install();

const node = join(bin, 'node');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
const command = [resolve(root, file), ...args];
// Where Node can become the other program (22.15 and newer), signals and exit code need no forwarding at all.
if (typeof process.execve === 'function') process.execve(node, [node, ...command], env);

const child = spawn(node, command, { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
	if (signal) {
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	} else process.exit(code ?? 1);
});
