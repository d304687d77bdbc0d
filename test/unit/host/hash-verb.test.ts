/** The verbs `hash` and `match` on the command line, run as a person runs them. */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folder, vectors } from '../engines/pdq/vectors.ts';

const main = join(import.meta.dirname, '../../../src/host/cli/main.ts');
const pictures = join(import.meta.dirname, '../../fixtures/pictures');
const work = mkdtempSync(join(tmpdir(), 'wikihaven-hash-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function wikihaven(...args: string[]): Promise<{ code: number; out: string[]; error: string }> {
	return new Promise((done) => {
		execFile(process.execPath, [main, ...args], { maxBuffer: 1 << 26 }, (failed, stdout, stderr) => {
			const code = failed && typeof failed.code === 'number' ? failed.code : 0;
			done({ code, out: stdout.split('\n').filter(Boolean), error: stderr });
		});
	});
}

function listOf(name: string, lines: string[]): string {
	const path = join(work, name);
	writeFileSync(path, lines.join('\n'));
	return path;
}

test('hash --json prints a line a file with every hash, in the order asked', async () => {
	const files = vectors.map(({ name }) => join(folder, `${name}.png`));
	const { code, out } = await wikihaven('hash', '--json', ...files);
	expect(code).toBe(0);
	expect(out).toHaveLength(vectors.length);
	vectors.forEach((vector, i) => {
		const line = JSON.parse(out[i] ?? '{}') as Record<string, unknown>;
		const bytes = readFileSync(files[i] ?? '');
		const digest = (name: string): string => createHash(name).update(bytes).digest('hex');
		const { width, height, full, nn512 } = vector;
		expect(line).toMatchObject({
			file: files[i],
			width,
			height,
			full: { hash: full.hash, quality: full.quality },
			nn512: { hash: nn512.hash, quality: nn512.quality },
			md5: digest('md5'),
			sha1: digest('sha1'),
			sha256: digest('sha256'),
		});
		expect(Object.keys(line['variants'] as object)).toHaveLength(8);
		const base36 = BigInt(`0x${digest('sha1')}`).toString(36);
		expect(line['sha1base36']).toBe('0'.repeat(31 - base36.length) + base36);
	});
});

test('transparent pictures are hashed on white and with the alpha dropped, damaged ones say so', async () => {
	const cut = join(work, 'cut.jpg');
	const jpeg = readFileSync(join(pictures, 'photo.jpg'));
	writeFileSync(cut, jpeg.subarray(0, Math.floor(jpeg.length * 0.8)));
	const { code, out, error } = await wikihaven('hash', '--json', join(pictures, 'alpha.png'), cut);
	const [alpha, damaged] = out.map(
		(line) => JSON.parse(line) as Record<string, { hash: string; full?: { hash: string } }>,
	);
	expect(alpha?.['full']?.hash).not.toBe(alpha?.['alphaDropped']?.full?.hash);
	expect(alpha?.['alphaDropped']?.full?.hash).toMatch(/^[0-9a-f]{64}$/);
	expect(damaged).toMatchObject({ damaged: true });
	expect(error).toContain('cut.jpg');
	expect(code).toBe(0);
});

test('a file that gives no hash is named on standard error, the others are still hashed, and the end is 1', async () => {
	const text = listOf('text.png', ['not a picture']);
	const { code, out, error } = await wikihaven(
		'hash',
		'--json',
		text,
		join(work, 'absent.png'),
		join(pictures, 'photo.png'),
	);
	expect(code).toBe(1);
	expect(out).toHaveLength(3);
	expect(JSON.parse(out[0] ?? '{}')).toMatchObject({ refused: 'unknown-format', sha1: expect.any(String) });
	expect(JSON.parse(out[1] ?? '{}')).toEqual({ file: join(work, 'absent.png'), refused: 'unreadable' });
	expect(JSON.parse(out[2] ?? '{}')).toMatchObject({ width: 100, height: 75 });
	expect(error).toContain('absent.png');
	expect((await wikihaven('hash')).code).toBe(2);
});

test('every file has one line, whatever it is called and whatever is there under the name', async () => {
	const names = ['a b.jpg', 'a\nb.jpg', '漢字.jpg', '--json'].map((name) => join(work, name));
	for (const name of names) copyFileSync(join(pictures, 'photo.jpg'), name);
	const lines = (await wikihaven('hash', ...names, work)).out.map((line) => line.split('\t').at(-1));
	expect(lines).toEqual([names[0], JSON.stringify(names[1]), names[2], names[3], work]);
	const all = await wikihaven('hash', '--json', '--', ...names, work);
	expect(all.out.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual([...names, work]);
	expect(all.code).toBe(1);
});

test('who stops reading stops the command quietly', async () => {
	const many = Array.from({ length: 400 }, () => join(pictures, 'still.png'));
	const child = spawn(process.execPath, [main, 'hash', '--json', ...many], { stdio: ['ignore', 'pipe', 'pipe'] });
	child.stdout.once('data', () => child.stdout.destroy());
	let said = '';
	child.stderr.on('data', (part: Buffer) => (said += part.toString()));
	expect(await new Promise((done) => child.once('close', done))).toBe(0);
	expect(said).toBe('');
});

test('match finds a picture by each of its pipelines and turns, with the line of the list, and nothing beyond the radius', async () => {
	const vector = vectors.find(({ name }) => name === 'p01_photo_640x480');
	const other = vectors.find(({ name }) => name === 'p03_plasma_gray_256x256');
	if (!vector || !other) throw new Error('vectors are missing');
	const list = listOf('list.csv', [
		'# ours',
		`pdq,${other.full.hash.toUpperCase()}`,
		'junk',
		'',
		vector.turns['rot180']?.nn512 ?? '',
	]);
	const file = join(folder, `${vector.name}.png`);
	const { code, out, error } = await wikihaven('match', '--list', list, '--radius', '31', '--json', file);
	expect(code).toBe(0);
	expect(JSON.parse(out[0] ?? '{}')).toMatchObject({
		file,
		matches: [{ distance: 0, hash: vector.turns['rot180']?.nn512, line: 5, pipeline: 'nn512', turn: 'rot180' }],
	});
	expect(error).toContain('1 lines');
	const plain = await wikihaven('match', '--list', list, file);
	expect(plain.out).toEqual([`0\t${vector.turns['rot180']?.nn512}\t5\tnn512/rot180\t${file}`]);
});

test('a list may be a table, JSON in one line or plain; what is commented out is not compared', async () => {
	const vector = vectors.find(({ name }) => name === 'p01_photo_640x480');
	const [hash, other] = [vector?.full.hash ?? '', '0'.repeat(64)];
	const lists = {
		'table.csv': [`sha256,pdq,quality`, `${other},${hash},100`],
		'all.json': [JSON.stringify([{ indicator: other }, { indicator: hash.toUpperCase() }])],
		'plain.txt': [`# ${hash}`, '', `${hash}\r`],
		'none.txt': [`# ${hash}`, hash + hash, hash.slice(1)],
	};
	const file = join(folder, 'p01_photo_640x480.png');
	const found = Object.entries(lists).map(async ([name, lines]) => {
		const { code, out, error } = await wikihaven('match', '--radius', '0', '--list', listOf(name, lines), file);
		expect(code, name).toBe(name === 'none.txt' ? 1 : 0);
		return [out.map((line) => line.split('\t').slice(0, 3).join(' ')), error.includes('there is no hash in it')];
	});
	expect(await Promise.all(found)).toEqual([
		[[`0 ${hash} 2`], false],
		[[`0 ${hash} 1`], false],
		[[`0 ${hash} 3`], false],
		[[], true],
	]);
});

test('hashes that say nothing are not compared', async () => {
	const flat = vectors.find(({ name }) => name === 'p06_flat_300x200');
	const list = listOf('flat.txt', [flat?.full.hash ?? '']);
	const { out } = await wikihaven('match', '--list', list, '--json', join(folder, 'p06_flat_300x200.png'));
	expect(JSON.parse(out[0] ?? '{}')).toMatchObject({ compared: 0, matches: [] });
});

test('match says what is missing', async () => {
	expect((await wikihaven('match', 'a.png')).code).toBe(2);
	expect((await wikihaven('match', '--list', join(work, 'none'), 'a.png')).code).toBe(1);
	for (const radius of ['-1', 'abc', '257', '', '1.5'])
		expect((await wikihaven('match', '--list', 'x', `--radius=${radius}`, 'a.png')).code, radius).toBe(2);
	const list = listOf('one.txt', ['1'.repeat(64)]);
	const { code, out } = await wikihaven('match', '--list', list, '--json', join(work, 'absent'));
	expect(code).toBe(1);
	expect(JSON.parse(out[0] ?? '{}')).toMatchObject({ refused: 'unreadable', compared: 0, matches: [] });
});
