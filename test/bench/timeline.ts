/** How long the timeline of two accounts takes from a wiki that is 150 ms away, and the measure with many edits. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { hour } from '../../src/engines/timeline/contribution.ts';
import { measureFollowing } from '../../src/engines/timeline/hounding/measure.ts';
import { chance } from '../property/timeline/chance.ts';
import { follower, followers } from '../property/timeline/following.ts';
import { anyTime, contributions, from, length, to } from '../property/timeline/made-up.ts';
import { withoutFollowing } from '../property/timeline/without.ts';
import type { Bench, Measured } from './main.ts';
import { slowWiki } from './slow-wiki.ts';
import { drawn } from './timeline-drawn.ts';

const latency = 150;
const command = join(import.meta.dirname, '../../src/host/cli/main.ts');
const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Two people on forty articles and their talk pages, answering each other. */
function meetings(count: number) {
	const chances = chance(5);
	return contributions(
		Array.from({ length: count }, (_, i) => ({
			user: i % 2 === 0 ? 'Ana' : 'Bo',
			page: `${i % 3 === 0 ? 'Talk:' : ''}Pond ${chances.below(40)}`,
			at: anyTime(chances),
		})),
	).map((edit) => ({ ...edit, namespace: edit.page.startsWith('Talk:') ? 1 : 0 }));
}

async function farAway(): Promise<Measured[]> {
	const wiki = await slowWiki({ edits: meetings(260), latency });
	const range = [from, to].map((at) => new Date(at).toISOString());
	const args = ['timeline', '--api', wiki.api, '--users', 'Ana,Bo', '--from', range[0] ?? '', '--to', range[1] ?? ''];
	const took: number[] = [];
	let events = 0;
	for (let run = 0; run < 5; run++) {
		const before = performance.now();
		const { stdout } = await promisify(execFile)(process.execPath, [command, ...args]);
		took.push(performance.now() - before);
		events = (JSON.parse(stdout) as { events: unknown[] }).events.length;
	}
	const calls = wiki.calls.length / took.length;
	await wiki.stop();
	const inputs = `${events} events, ${latency} ms each answer of a stand-in, ${calls} calls, at most ${wiki.busiest()} at once, 5 runs`;
	return [
		{ what: 'timeline of two accounts, whole command, median', value: middle(took), unit: 'ms', inputs },
		{ what: 'the same, slowest', value: Math.max(...took), unit: 'ms', inputs },
	];
}

/** Milliseconds for two people with this many edits each over 40,000 pages. */
function measuring(count: number): number {
	const chances = chance(7);
	const edits = contributions(
		Array.from({ length: 2 * count }, (_, i) => ({
			user: i % 2 === 0 ? 'A' : 'B',
			page: `Page ${chances.below(count * 4)}`,
			at: anyTime(chances),
		})),
	);
	return middle(
		Array.from({ length: 5 }, () => {
			const before = performance.now();
			measureFollowing({ users: ['A', 'B'], edits, to });
			return performance.now() - before;
		}),
	);
}

const seeds = 400;
/** The part of seeds with a reading of more than chance. */
const alarms = (
	make: (seed: number) => Parameters<typeof contributions>[0],
	shares = new Map<string, number>(),
): number => {
	let found = 0;
	for (let seed = 0; seed < seeds; seed++) {
		const measures = measureFollowing({ users: ['A', 'B'], edits: contributions(make(seed)), to, shares });
		if (measures.some(({ reading }) => reading === 'more-than-chance')) found++;
	}
	return found / seeds;
};

function rates(): Measured[] {
	const inputs = `${seeds} seeds, ${length} days, level 0.01`;
	const without = Object.entries(withoutFollowing).map(([name, make]) => ({
		what: `alarms, nobody follows: ${name}`,
		value: alarms((seed) => make(chance(seed))),
		unit: '',
		inputs,
	}));
	// Who makes hardly any of a large wiki's edits is hardly met by chance on its lists.
	const share = 0.001;
	const following = Object.entries(followers).flatMap(([name, habits]) => {
		const make = (seed: number) => follower(chance(seed), habits);
		const what = `found, B follows A: ${name}`;
		const who = `${inputs}, ${habits.edits} edits of A, ${habits.own} others of B, within ${habits.within / hour} h`;
		return [
			{ what, value: alarms(make), unit: '', inputs: who },
			{
				what: `${what}, shares known`,
				value: alarms(
					make,
					new Map([
						['A', share],
						['B', share],
					]),
				),
				unit: '',
				inputs: who,
			},
		];
	});
	return [...without, ...following];
}

async function run(): Promise<Measured[]> {
	const [few, many] = [measuring(1000), measuring(10_000)];
	const inputs = '60 days, random pages and times, median of 5';
	return [
		...(await farAway()),
		...(await drawn({ edits: meetings(260), latency }, ['Ana', 'Bo'], to)),
		{ what: 'hounding measure, 10,000 edits each', value: many, unit: 'ms', inputs },
		{
			what: 'the same per edit against 1,000 each',
			value: many / few / 10,
			unit: '×',
			inputs: `${inputs}; 1 is linear`,
		},
		...rates(),
	];
}

export const bench: Bench = {
	name: 'timeline',
	summary: 'interactions of accounts from a slow wiki, and the hounding measure',
	run,
};
