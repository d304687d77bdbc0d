/** The rules of the house, executed: which room may import which, how big files are, how they open, where words live. */
import { readdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folders = ['src', 'gadget', 'build', 'test'];

function walk(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'fixtures' || entry.name === 'node_modules' ? [] : walk(path);
		return [path];
	});
}

const files = folders.flatMap((folder) => (existsSync(join(root, folder)) ? walk(join(root, folder)) : []));
const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'));
const short = (file: string): string => relative(root, file).split(sep).join('/');

/** Every import of a file, as written. */
function importsOf(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	return [
		...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g),
	].map((match) => match[1] ?? match[2] ?? '');
}

/** The room a file lives in: the folder below src, and for host the adapter below it. */
function roomOf(file: string): string {
	const [top, room] = short(file).split('/');
	return top === 'src' ? (room ?? '') : (top ?? '');
}

/** What each room may import, besides itself and i18n. The four in the middle meet only in the contract. */
const mayImport: Record<string, string[]> = {
	domain: [],
	engines: ['domain'],
	contract: ['domain', 'engines'],
	wiki: ['domain', 'engines', 'contract'],
	page: ['domain', 'engines', 'contract', 'wiki', 'i18n'],
	panel: ['domain', 'engines', 'contract', 'wiki', 'i18n'],
	keeper: ['domain', 'engines', 'contract', 'wiki', 'i18n'],
	backend: ['domain', 'engines', 'contract', 'wiki', 'i18n'],
	host: ['domain', 'engines', 'contract', 'wiki', 'page', 'panel', 'keeper', 'backend', 'i18n'],
	i18n: [],
	gadget: ['domain', 'engines', 'contract', 'wiki', 'i18n', 'build'],
	build: ['domain', 'engines', 'contract', 'wiki', 'i18n', 'host'],
	test: [
		'domain',
		'engines',
		'contract',
		'wiki',
		'page',
		'panel',
		'keeper',
		'backend',
		'host',
		'i18n',
		'gadget',
		'build',
	],
};

/** The packages a pure room may use: nothing that touches a network, a clock or a document. */
const packagesOf: Record<string, RegExp> = {
	domain: /^$/,
	engines: /^$/,
	contract: /^(valibot)$/,
	wiki: /^(valibot)$/,
	page: /^$/,
	panel:
		/^(preact(\/.*)?|comlink|banana-i18n|age-encryption|shamir-secret-sharing|valibot|web-tree-sitter|minisearch|postal-mime|hash-wasm|@wikimedia\/codex.*|@noble\/hashes\/(sha2|legacy)\.js)$/,
	keeper: /^(idb|valibot|@noble\/hashes\/sha2\.js)$/,
};

test('imports run one way: domain, engines, contract, wiki, then page, panel, keeper, backend, then host', () => {
	const wrong: string[] = [];
	for (const file of code) {
		const room = roomOf(file);
		for (const name of importsOf(file)) {
			if (!name.startsWith('.')) continue;
			const target = roomOf(resolve(dirname(file), name));
			if (target === room || target === 'package.json') continue;
			if (!mayImport[room]?.includes(target)) {
				wrong.push(
					`${short(file)} imports ${name}: ${room} may not know ${target}; what they share belongs in contract`,
				);
			}
		}
	}
	expect(wrong).toEqual([]);
});

test('pure rooms use no package that brings a network, a clock or a document', () => {
	const wrong: string[] = [];
	for (const file of code) {
		const allowed = packagesOf[roomOf(file)];
		if (!allowed || !short(file).startsWith('src/')) continue;
		for (const name of importsOf(file)) {
			if (!name.startsWith('.') && !allowed.test(name))
				wrong.push(`${short(file)} imports ${name}: not a package of this room`);
		}
	}
	expect(wrong).toEqual([]);
});

test('features never import features: what two systems share is a piece of ui or of the contract', () => {
	const wrong: string[] = [];
	for (const file of code) {
		const mine = /src\/(page|panel)\/features\/([^/.]+)/.exec(short(file));
		// The registry lists them all.
		if (!mine || mine[2] === 'index') continue;
		for (const name of importsOf(file)) {
			if (!name.startsWith('.')) continue;
			const theirs = /src\/(page|panel)\/features\/([^/.]+)/.exec(short(resolve(dirname(file), name)));
			// feature.ts says what a feature is.
			if (theirs && theirs[2] !== mine[2] && theirs[2] !== 'feature') wrong.push(`${short(file)} imports ${name}`);
		}
	}
	expect(wrong).toEqual([]);
});

test('`browser` is said in host/extension only and `mw` in host/gadget only: an adapter is chosen by the entry point', () => {
	const wrong: string[] = [];
	for (const file of code.filter((f) => short(f).startsWith('src/'))) {
		const path = short(file);
		const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
		if (!path.startsWith('src/host/extension/') && /webextension-polyfill|\b(?:browser|chrome)\.[a-z]/.test(text)) {
			wrong.push(`${path} speaks to the browser's extension API`);
		}
		if (!path.startsWith('src/host/gadget/') && /\bmw\.[a-z]/.test(text)) wrong.push(`${path} speaks to mw`);
		if (/isExtension|isGadget/.test(text)) wrong.push(`${path} asks which host it is in`);
	}
	expect(wrong).toEqual([]);
});

test('every file opens with one sentence on what it holds and has at most 300 lines', () => {
	const wrong: string[] = [];
	for (const file of code) {
		const text = readFileSync(file, 'utf8');
		const lines = text.split('\n').length;
		if (lines > 301) wrong.push(`${short(file)} has ${lines} lines: split it by what it holds`);
		if (!/^(#![^\n]*\n)?\/\*\*/.test(text)) wrong.push(`${short(file)} does not open with a sentence`);
	}
	expect(wrong).toEqual([]);
});

test('the median file is under 70 lines in every room', () => {
	const wrong: string[] = [];
	const rooms = new Map<string, number[]>();
	for (const file of code.filter((f) => short(f).startsWith('src/'))) {
		const room = roomOf(file);
		rooms.set(room, [...(rooms.get(room) ?? []), readFileSync(file, 'utf8').split('\n').length - 1]);
	}
	for (const [room, sizes] of rooms) {
		const median = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
		if (sizes.length > 3 && median > 70) wrong.push(`${room}: median ${median} lines`);
	}
	expect(wrong).toEqual([]);
});

test('no top-level folder beyond those of the design', () => {
	const allowed = new Set(['src', 'gadget', 'build', 'test', 'node_modules', 'dist', '.git', '.ci', '.cache', '.demo']);
	const wrong = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory() && !allowed.has(name));
	expect(wrong).toEqual([]);
});

test('colours, spacing and type come from Codex tokens only', () => {
	const wrong: string[] = [];
	for (const file of files.filter((f) => f.endsWith('.css') && short(f).startsWith('src/'))) {
		const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
		for (const match of text.matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi))
			wrong.push(`${short(file)}: ${match[0]}`);
	}
	expect(wrong).toEqual([]);
});
