/** How fast pictures are hashed: every form of the PDQ core, beside the same algorithm written plainly in C++. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainCore } from '../../src/engines/pdq/core.ts';
import { hashTurns, hashView } from '../../src/engines/pdq/hash.ts';
import type { Pixels } from '../../src/engines/pdq/pixels.ts';
import { rasterOf } from '../../src/engines/pdq/raster.ts';
import { view } from '../../src/engines/pdq/source.ts';
import { loadKernel } from '../../src/engines/pdq/wasm-core.ts';
import type { Bench, Measured } from './main.ts';

const sizes = [
	{ width: 512, height: 512, runs: 9 },
	{ width: 1024, height: 1024, runs: 7 },
	{ width: 4032, height: 3024, runs: 5 },
];

function noise(width: number, height: number): Pixels {
	const rgba = new Uint8Array(width * height * 4);
	for (let at = 0; at < rgba.length; at++) rgba[at] = Math.imul(at, 2654435761) >>> 24;
	return { width, height, rgba, grey: false };
}

/** Milliseconds of this thread's processor time, the median of some runs: others share the machine. */
async function median(runs: number, work: () => unknown): Promise<number> {
	const spent = (): number => {
		const { user, system } = process.threadCpuUsage();
		return (user + system) / 1000;
	};
	const times: number[] = [];
	while (times.length < runs) {
		const before = spent();
		let done = 0;
		// Repeated because the clock goes in ticks of up to ten milliseconds on some machines.
		for (; done === 0 || spent() - before < 150; done++) await work();
		times.push((spent() - before) / done);
	}
	return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

/** The C++ program, compiled with g++ -O3; null where there is no compiler. */
function plainCpp(folder: string): ((width: number, height: number, runs: number) => number) | null {
	const program = join(folder, 'pdq-plain');
	const source = join(import.meta.dirname, 'pdq-plain.cpp');
	if (spawnSync('g++', ['-O3', '-o', program, source]).status !== 0) return null;
	return (width, height, runs) => {
		const { stdout } = spawnSync(program, [width, height, runs].map(String), { encoding: 'utf8' });
		return Number.parseFloat(stdout);
	};
}

async function measure(cpp: ReturnType<typeof plainCpp>): Promise<Measured[]> {
	const rows: Measured[] = [];
	const cores = [loadKernel('simd'), loadKernel('scalar'), plainCore].filter((core) => core !== null);
	for (const { width, height, runs } of sizes) {
		const pixels = noise(width, height);
		const source = view(pixels, 'original', 'full');
		const inputs = `${width} x ${height} noise, median of ${runs}, processor time`;
		const base = cpp?.(width, height, runs * 3);
		if (base) rows.push({ what: 'C++ -O3, luma to coefficients', value: base, unit: 'ms', inputs });
		for (const core of cores) {
			const few = core === plainCore ? 3 : runs;
			const value = await median(few, () => hashView(core, source));
			rows.push({ what: `${core.name}, RGBA to hash`, value, unit: 'ms', inputs });
			if (base) rows.push({ what: `${core.name} / C++`, value: value / base, unit: '×', inputs });
		}
		const [fastest] = cores;
		if (!fastest) continue;
		const all = await median(1, () => hashTurns(fastest, rasterOf(pixels)));
		rows.push({
			what: 'both pipelines, eight turns',
			value: all,
			unit: 'ms',
			inputs: `${width} x ${height}, ${fastest.name}`,
		});
	}
	return rows;
}

export const bench: Bench = {
	name: 'pdq',
	summary: 'picture hashing, one thread, beside plain C++',
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'wikihaven-bench-'));
		try {
			return await measure(plainCpp(folder));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
