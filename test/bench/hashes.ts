/** How fast a hash is looked up in lists of one and ten million: the index, comparing everything, and faiss where installed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { HammingIndex } from '../../src/engines/hamming/index.ts';
import { flipped, noise, random } from '../unit/engines/hamming/hashes.ts';
import type { Bench, Measured } from './main.ts';

const radius = 31;
const part = 65_536;

const at = (sorted: number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;

/** Milliseconds of each call, sorted. */
function timed<T>(queries: T[], work: (query: T) => void): number[] {
	return queries
		.map((query) => {
			const before = performance.now();
			work(query);
			return performance.now() - before;
		})
		.sort((a, b) => a - b);
}

function measure(count: number, searches: number, scans: number): Measured[] {
	const next = random(42);
	const index = new HammingIndex(count);
	const planted: Uint8Array[] = [];
	let build = 0;
	for (let done = 0; done < count; done += part) {
		const hashes = noise(next, Math.min(part, count - done));
		planted.push(hashes.slice(0, 32));
		const start = process.threadCpuUsage();
		index.addAll(hashes);
		const spent = process.threadCpuUsage(start);
		build += (spent.user + spent.system) / 1e6;
	}
	// One in four lies within reach of an entry, as far as the radius and a little farther.
	const queries = Array.from({ length: searches }, (_, i) => {
		const near = planted[i % planted.length];
		return near && i % 4 === 0 ? flipped(next, near, i % 36) : noise(next, 1);
	});
	let found = 0;
	const search = timed(queries, (query) => (found += index.search(query, radius).length));
	const some = queries.slice(0, scans);
	const scan = timed(some, (query) => index.scan(query, radius));
	const wanted = some.flatMap((query) => index.scan(query, radius)).length;
	const got = some.flatMap((query) => index.search(query, radius)).length;
	const one = noise(next, 1);
	const changes = timed(Array.from({ length: 2000 }), () => index.remove(index.add(one)));
	const inputs = `${count.toLocaleString('en')} random hashes`;
	const row = (what: string, value: number, unit: string, more = ''): Measured => ({
		what,
		value,
		unit,
		inputs: inputs + more,
	});
	const asked = `, ${searches} queries, ${found} found within ${radius}`;
	return [
		row('index: build', build, 's', ', processor time'),
		row('index: memory', index.bytes / 1e6, 'MB'),
		row('index: memory of the whole process', process.memoryUsage().rss / 1e6, 'MB'),
		row('index: search p50', at(search, 0.5), 'ms', asked),
		row('index: search p99', at(search, 0.99), 'ms', asked),
		row('index: add and remove one, p50', at(changes, 0.5), 'ms'),
		row('index: longest add and remove', at(changes, 0.9999), 'ms', ', of 2000'),
		row('comparing everything p50', at(scan, 0.5), 'ms', `, ${scans} queries`),
		row('recall', wanted === 0 ? 0 : got / wanted, '×', `, ${wanted} found by comparing everything`),
	];
}

/** The same by Debian's faiss, exact as in python-threatexchange; nothing where it is not installed. */
function faiss(count: number): Measured[] {
	const script = join(import.meta.dirname, 'debian-faiss.py');
	const { status, stdout } = spawnSync('/usr/bin/python3', [script, String(count), String(radius)], {
		encoding: 'utf8',
	});
	return status === 0 ? (JSON.parse(stdout) as Measured[]) : [];
}

export const bench: Bench = {
	name: 'hashes',
	summary: 'exact look-up of 256-bit hashes within distance 31, one thread',
	run: () =>
		Promise.resolve([
			...measure(1_000_000, 4000, 100),
			...faiss(1_000_000),
			...measure(10_000_000, 4000, 40),
			...faiss(10_000_000),
		]),
};
