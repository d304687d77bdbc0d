/** How long new entries of a list take to be compared with all stored files, and whether the service answers meanwhile. */
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { wikiA } from '../backend/setup/people.ts';
import { makeUploadWorld, type UploadWorld } from '../backend/setup/upload-world.ts';
import type { Bench, Measured } from './main.ts';

const views = 16;
/** Files that Wikimedia Commons had in 2025, in order of magnitude. */
const commons = 100_000_000;

/** A view's name, and a hash of 128 bits set: the second half is the first turned over. */
function balance(bytes: Uint8Array, view: number): void {
	bytes[0] = view;
	for (let at = 17; at < 33; at++) bytes[at] = ~(bytes[at - 16] ?? 0);
}

/** Files as they lie once hashed, with chance for hashes: fast, and as far from each other as pictures' hashes are. */
function fill(path: string, count: number): void {
	const db = new DatabaseSync(path);
	const insert = db.prepare(
		'insert into upload_file (wiki, title, sha1, at, tag, state, urgent, tries, due, views, md5, sha256, n)' +
			" values (?, ?, ?, 0, '', 'done', 0, 0, 0, ?, ?, ?, ?)",
	);
	for (let n = 1; n <= count;) {
		db.exec('begin immediate');
		for (const end = Math.min(count, n + 9_999); n <= end; n++) {
			const bytes = randomFillSync(Buffer.alloc(views * 33 + 48));
			for (let view = 0; view < views; view++) balance(bytes.subarray(view * 33, view * 33 + 33), view);
			const [hashes, md5, sha256] = [bytes.subarray(0, -48), bytes.subarray(-48, -32), bytes.subarray(-32)];
			insert.run(wikiA, `File:Made up ${n}.png`, n.toString(36).padStart(31, '0'), hashes, md5, sha256, n);
		}
		db.exec('commit');
	}
	db.close();
}

/** A list's lines that are these files: the last view of each, and the MD5 of the last. */
async function linesFor(world: UploadWorld, numbers: readonly number[]): Promise<string[]> {
	const files = await world.backend.store.db
		.selectFrom('upload_file')
		.select(['views', 'md5'])
		.where('n', 'in', numbers)
		.execute();
	const hex = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('hex');
	return [...files.map((file) => hex(file.views?.slice(-32))), hex(files.at(-1)?.md5)];
}

async function compared(world: UploadWorld, count: number, entries: number): Promise<Measured[]> {
	const hit = Array.from({ length: Math.min(entries, 5) }, (_, at) => Math.floor((count * (at + 1)) / 5) - entries);
	const strangers = Array.from({ length: entries }, () => {
		const bytes = randomFillSync(Buffer.alloc(33));
		balance(bytes, 0);
		return bytes.subarray(1).toString('hex');
	});
	const lines = [...(await linesFor(world, hit)), ...strangers];
	const { db } = world.backend.store;
	const over = new AbortController();
	let slowest = 0;
	const asking = (async () => {
		while (!over.signal.aborted) {
			const start = performance.now();
			await world.backend.call('GET', '/health').catch(() => undefined);
			slowest = Math.max(slowest, performance.now() - start);
			await new Promise((next) => setTimeout(next, 20));
		}
	})();
	const begun = (world.backend.clock.now += 1_000);
	const before = performance.now();
	await world.list('abuse', lines);
	for (;;) {
		const rows = await db.selectFrom('upload_match').select('id').where('at', '>=', begun).execute();
		if (rows.length === hit.length) break;
		await new Promise((next) => setTimeout(next, 50));
	}
	const queued = performance.now() - before;
	await world.settled();
	const all = performance.now() - before;
	over.abort();
	await asking;
	const inputs = `${count.toLocaleString('en')} files of ${views} views, ${lines.length} new entries, SQLite`;
	return [
		{ what: 'new entries: all their matches in the queue', value: queued / 1000, unit: 's', inputs },
		{ what: 'new entries: all stored files compared', value: all / 1000, unit: 's', inputs },
		{ what: 'extrapolated to Commons', value: ((all / 60_000) * commons) / count, unit: 'min', inputs: '100 M files' },
		{ what: 'slowest request meanwhile', value: slowest, unit: 'ms', inputs },
	];
}

export const bench: Bench = {
	name: 'stored-files',
	summary: 'new entries of a list against every stored file, on SQLite',
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'wikihaven-bench-'));
		const path = join(folder, 'haven.sqlite');
		const world = await makeUploadWorld({ kind: 'sqlite', path });
		try {
			const count = Number(process.env['WIKIHAVEN_BENCH_FILES'] ?? 1_000_000);
			fill(path, count);
			return [...(await compared(world, count, 5)), ...(await compared(world, count, 100))];
		} finally {
			await world.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
