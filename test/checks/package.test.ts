/** The two packages: the same bytes from two builds, nothing local in what goes to a store, and clean for web-ext lint. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAll } from '../../build/main.ts';
import { root } from '../../build/setup/folders.ts';
import { overBudget } from '../../build/sizes.ts';

const browsers = ['chromium', 'firefox'] as const;
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-build-'));
const out = join(folder, 'dist');
const again = join(folder, 'again');

beforeAll(async () => {
	await buildAll(out);
	await buildAll(again);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of an archive, by its local headers. */
function unzip(bytes: Buffer): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	let at = 0;
	while (bytes.readUInt32LE(at) === 0x04034b50) {
		const packed = bytes.readUInt32LE(at + 18);
		const length = bytes.readUInt16LE(at + 26);
		const start = at + 30 + length + bytes.readUInt16LE(at + 28);
		files.set(
			bytes.subarray(at + 30, at + 30 + length).toString(),
			inflateRawSync(bytes.subarray(start, start + packed)),
		);
		at = start + packed;
	}
	return files;
}
const archive = (where: string, browser: string): Buffer => readFileSync(join(where, `wikihaven-${browser}.zip`));

test('two builds give archives of the same bytes', () => {
	for (const browser of browsers) expect(archive(out, browser).equals(archive(again, browser))).toBe(true);
});

test('an archive opens with unzip and holds the files of its folder, sorted', async () => {
	for (const browser of browsers) {
		const names = [...unzip(archive(out, browser)).keys()];
		expect(names).toEqual([...names].sort());
		const built = readdirSync(join(out, browser), { recursive: true, withFileTypes: true });
		expect(names).toHaveLength(built.filter((entry) => entry.isFile()).length);
	}
});

test('what goes to a store names no local host, and asks for no host beyond the wikis', () => {
	for (const browser of browsers) {
		const text = unzip(archive(out, browser)).get('manifest.json')?.toString() ?? '';
		expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
		const manifest = JSON.parse(text) as { host_permissions: string[]; optional_host_permissions: string[] };
		expect(manifest.host_permissions.every((host) => /^https:\/\/\*\.(wik|mediawiki)[a-z]*\.org\/\*$/.test(host))).toBe(
			true,
		);
		expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
		expect(readFileSync(join(out, browser, 'manifest.json'), 'utf8')).toContain('http://127.0.0.1/*');
	}
});

test('no code is fetched from elsewhere, and none but the parser library’s unused corner is made from text', () => {
	const found = [...unzip(archive(out, 'chromium'))].flatMap(([name, bytes]) =>
		name.endsWith('.js') && /\beval\(|new Function\(|import\(["'`]https?:/.test(bytes.toString()) ? [name] : [],
	);
	// The policy of our own pages forbids eval, so that what stands there cannot run.
	expect(found.map((name) => name.replace(/-[A-Z0-9]{8}/, ''))).toEqual(['parts/web-tree-sitter.js']);
	expect(readFileSync(join(out, 'chromium', 'manifest.json'), 'utf8')).not.toContain("'unsafe-eval'");
});

test('every budget is kept, and a bundle that is too big is named', () => {
	const { bundle } = JSON.parse(readFileSync(join(out, 'sizes.json'), 'utf8')) as {
		bundle: Record<string, { raw: number; gzip: number }>;
	};
	for (const name of ['page.extension', 'page.gadget', 'panel', 'background'])
		expect(bundle[name]?.gzip, name).toBeGreaterThan(0);
	expect(overBudget(bundle)).toEqual([]);
	expect(overBudget({ ...bundle, 'page.gadget': { raw: 60_000, gzip: 12_001 } })).toHaveLength(1);
});

/** Warnings of web-ext lint that stay, each with its reason. */
const known: Record<string, string> = {
	DANGEROUS_EVAL: 'web-tree-sitter carries the loader of Emscripten, whose eval our content security policy forbids',
	UNSAFE_VAR_ASSIGNMENT: 'preact can set innerHTML; nothing of ours asks it to (dangerouslySetInnerHTML is not used)',
};

test('web-ext lint finds no error, and no warning beyond the known ones', async () => {
	const lint = join(root, 'node_modules', '.bin', 'web-ext');
	const { stdout } = await promisify(execFile)(lint, ['lint', '-s', join(out, 'firefox'), '-o', 'json'], {
		maxBuffer: 1 << 26,
		env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
	}).catch((error: { stdout: string }) => error);
	const { errors, warnings } = JSON.parse(stdout) as Record<
		'errors' | 'warnings',
		{ code: string; message: string; file?: string }[]
	>;
	expect(errors).toEqual([]);
	expect(warnings.filter(({ code }) => !(code in known))).toEqual([]);
}, 120_000);

test('nothing of ours sets HTML from text, which is the reason the known warning stays', () => {
	for (const file of readdirSync(join(root, 'src'), { recursive: true }).map(String)) {
		if (!/\.tsx?$/.test(file)) continue;
		expect(readFileSync(join(root, 'src', file), 'utf8'), file).not.toMatch(
			/dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML/,
		);
	}
});
