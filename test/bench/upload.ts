/** Whether the time of an answer tells a match from none, how soon a match is in the queue, and how a long list comes in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeUploadWorld, type UploadWorld } from '../backend/setup/upload-world.ts';
import { canaryHashes, madePdq } from '../backend/setup/upload.ts';
import type { Bench, Measured } from './main.ts';

const each = 10_000;
const sessions = 200;

/** Mann-Whitney's U as the standard normal deviate (with ties averaged): beyond 1.96 a difference in one of twenty tries. */
function deviate(a: readonly number[], b: readonly number[]): number {
	const all = [...a.map((ms) => ({ ms, first: true })), ...b.map((ms) => ({ ms, first: false }))];
	all.sort((one, other) => one.ms - other.ms);
	let sum = 0;
	for (let at = 0; at < all.length;) {
		let end = at;
		while (end < all.length && all[end]?.ms === all[at]?.ms) end++;
		const rank = (at + 1 + end) / 2;
		for (; at < end; at++) if (all[at]?.first) sum += rank;
	}
	const [n, m] = [a.length, b.length];
	const u = sum - (n * (n + 1)) / 2;
	return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

const at = (values: readonly number[], share: number): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

async function timed(world: UploadWorld, auth: string, pdq: string, seed: number): Promise<number> {
	const sha1 = seed.toString(36).padStart(31, '0');
	const before = performance.now();
	const answer = await world.backend.call('POST', '/v1/upload/submissions', {
		auth,
		body: { ...canaryHashes(pdq), sha1 },
	});
	const ms = performance.now() - before;
	if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
	return ms;
}

async function answers(world: UploadWorld): Promise<Measured[]> {
	const listed = Array.from({ length: 1_000 }, (_, seed) => madePdq(seed));
	await world.list('abuse', listed);
	const times = { matched: [] as number[], unmatched: [] as number[] };
	const auths = await Promise.all(Array.from({ length: sessions }, (_, n) => world.backend.signIn(`Person ${n}`)));
	for (let n = 0; n < each * 2; n++) {
		// By chance alone: the work behind one answer falls on the next.
		const isMatched = Math.random() < 0.5;
		const other = madePdq(1_000_000 + n);
		const pdq = isMatched ? (listed[n % listed.length] ?? '') : other;
		const ms = await timed(world, auths[n % sessions] ?? '', pdq, n + 1);
		times[isMatched ? 'matched' : 'unmatched'].push(ms);
	}
	const inputs = `${times.matched.length} matched and ${times.unmatched.length} unmatched submissions, by chance`;
	return [
		{ what: 'answer p50, matched', value: at(times.matched, 0.5), unit: 'ms', inputs },
		{ what: 'answer p50, unmatched', value: at(times.unmatched, 0.5), unit: 'ms', inputs },
		{ what: 'p50 matched / unmatched', value: at(times.matched, 0.5) / at(times.unmatched, 0.5), unit: '×', inputs },
		{
			what: 'Mann-Whitney deviate (|z| < 1.96: no difference)',
			value: deviate(times.matched, times.unmatched),
			unit: 'z',
			inputs,
		},
	];
}

async function queue(world: UploadWorld): Promise<Measured[]> {
	const delays: number[] = [];
	const auth = await world.backend.signIn('Queue');
	for (let n = 0; n < 100; n++) {
		const sha1 = (n + 1).toString(36).padStart(31, 'q');
		const before = performance.now();
		const body = { ...canaryHashes(madePdq(n)), sha1 };
		await world.backend.call('POST', '/v1/upload/submissions', { auth, body });
		for (;;) {
			const rows = world.backend.store.db.selectFrom('upload_match').select('id').where('sha1', '=', sha1);
			if (await rows.executeTakeFirst()) break;
			await new Promise((next) => setTimeout(next, 2));
		}
		delays.push(performance.now() - before);
	}
	return [{ what: 'submission to queue, p95', value: at(delays, 0.95), unit: 'ms', inputs: '100 matches' }];
}

/** One line in a hundred is no hash. */
async function longList(world: UploadWorld, lines: number): Promise<Measured[]> {
	async function* bytes(): AsyncGenerator<Uint8Array> {
		for (let from = 0; from < lines; from += 1_000) {
			const some = Array.from({ length: Math.min(1_000, lines - from) }, (_, n) =>
				n % 100 === 0 ? 'no hash' : madeFast(from + n),
			);
			yield await Promise.resolve(Buffer.from(`${some.join('\n')}\n`));
		}
	}
	const before = performance.now();
	const memory = process.memoryUsage().rss;
	let most = memory;
	let slowest = 0;
	const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200);
	const over = new AbortController();
	const asking = (async () => {
		while (!over.signal.aborted) {
			const start = performance.now();
			// A connection that was cut while everything waited is a long wait too.
			await world.backend.call('GET', '/health').catch(() => undefined);
			slowest = Math.max(slowest, performance.now() - start);
			await new Promise((next) => setTimeout(next, 50));
		}
	})();
	const done = await world.backend.services.upload?.lists.importFile('terror', bytes());
	const imported = performance.now() - before;
	await world.backend.services.upload?.sync();
	const indexed = performance.now() - before;
	over.abort();
	clearInterval(watch);
	await asking;
	const inputs = `${lines.toLocaleString('en')} lines, ${done?.counts.errors.toLocaleString('en')} of them no hash, SQLite`;
	return [
		{ what: 'long list: import and log', value: imported / 1000, unit: 's', inputs },
		{ what: 'long list: in the index', value: indexed / 1000, unit: 's', inputs },
		{ what: 'long list: memory on top, index and all', value: (most - memory) / 1e6, unit: 'MB', inputs },
		{ what: 'slowest request meanwhile', value: slowest, unit: 'ms', inputs },
	];
}

/** 128 of 256 bits set, quickly: a word and its complement, eight times. */
function madeFast(seed: number): string {
	let hex = '';
	for (let n = 0; n < 8; n++) {
		const word = (Math.imul(seed * 8 + n + 1, 2_654_435_761) ^ (seed >>> 3)) >>> 0;
		hex += (word >>> 16).toString(16).padStart(4, '0') + (~word >>> 16).toString(16).padStart(4, '0').slice(-4);
	}
	return hex;
}

export const bench: Bench = {
	name: 'upload',
	summary: 'silent submissions and long hash lists, on SQLite',
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'wikihaven-bench-'));
		const world = await makeUploadWorld({ kind: 'sqlite', path: join(folder, 'haven.sqlite') });
		try {
			const lines = Number(process.env['WIKIHAVEN_BENCH_LINES'] ?? 1_000_000);
			return [...(await answers(world)), ...(await queue(world)), ...(await longList(world, lines))];
		} finally {
			await world.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
