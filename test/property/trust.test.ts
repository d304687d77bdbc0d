/** The rules of trust under any sequence of published keys, confirmations and looks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keySubject, newcomerWaitMs, originSubject } from '../../src/domain/keys/model.ts';
import { judgeOrigin } from '../../src/domain/keys/origin.ts';
import { newPins, type Pins } from '../../src/domain/keys/pins.ts';
import { judge, type Candidate, type Vote } from '../../src/domain/keys/trust.ts';

const hour = 3_600_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const people = ['Mira', 'Ivo', 'Evil', 'staff:safety/Sam'];

const keyOf = (number: number) => {
	const id = number.toString(16).padStart(16, '0');
	return { id, age: `age${number}`, sign: `sign${number}` };
};
const candidate = fc
	.record({
		person: fc.constantFrom(...people),
		number: fc.integer({ min: 0, max: 7 }),
		age: fc.integer({ min: 0, max: 200 }),
	})
	.map(({ person, number, age }) => ({ person, key: keyOf(number), age }));
/** What is published at one look: at most one key a person. */
const published = fc.uniqueArray(candidate, { selector: ({ person }) => person, maxLength: 4 });
const looks = fc.array(
	fc.record({
		after: fc.integer({ min: 0, max: 100 }),
		published,
		voters: fc.array(
			fc.record({ from: fc.integer({ min: 0, max: 7 }), voter: fc.constantFrom(...people), about: candidate }),
		),
		young: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 12 },
);

interface Step {
	now: number;
	before: Pins;
	candidates: Candidate[];
	votes: Vote[];
	young: boolean;
	result: ReturnType<typeof judge>;
}

/** Plays the looks one after the other with one client. */
function play(sequence: typeof looks extends fc.Arbitrary<infer T> ? T : never): Step[] {
	let pins = newPins('https://wiki.example/w', start);
	let now = start;
	return sequence.map(({ after, published, voters, young }) => {
		now += after * hour;
		const candidates = published.map(({ person, key, age }) => ({ person, key, since: now - age * hour }));
		const votes = voters.map(({ from, voter, about }) => ({
			person: voter,
			by: keyOf(from).id,
			subject: keySubject(about.person, about.key),
		}));
		const before = pins;
		const last = pins.looked.keys === undefined ? null : Date.parse(pins.looked.keys);
		const result = judge(pins, candidates, votes, { now, last, young });
		pins = result.pins;
		return { now, before, candidates, votes, young, result };
	});
}

const same = (a: { id: string; age: string; sign: string }, b: { id: string; age: string; sign: string }): boolean =>
	a.id === b.id && a.age === b.age && a.sign === b.sign;

test('nothing counts that is not published now, and nothing both counts and waits', () => {
	fc.assert(
		fc.property(looks, (sequence) => {
			for (const { candidates, result } of play(sequence)) {
				const judged = [...result.trusted, ...result.waiting];
				for (const one of judged) {
					expect(candidates.some(({ person, key }) => person === one.person && same(key, one.key))).toBe(true);
				}
				expect(new Set(judged.map(({ person }) => person)).size).toBe(judged.length);
			}
		}),
	);
});

test('a key that was not used before counts for a reason: age, a word, or a beginning in which nothing was known', () => {
	fc.assert(
		fc.property(looks, (sequence) => {
			for (const { now, before, candidates, votes, young, result } of play(sequence)) {
				for (const { person, key, trust } of result.trusted) {
					const known = before.keys[person];
					const since = candidates.find((one) => one.person === person)?.since ?? now;
					if (trust === 'pinned') expect(known?.pinned).toContain(key.id);
					if (trust === 'first') {
						expect(young).toBe(true);
						expect(Object.values(before.keys).every(({ pinned }) => pinned.length === 0)).toBe(true);
					}
					if (trust === 'confirmed')
						expect(votes.some(({ subject }) => subject === keySubject(person, key))).toBe(true);
					if (trust !== 'aged') continue;
					expect(now - since).toBeGreaterThanOrEqual(newcomerWaitMs);
					// Whoever looked in the last three days and did not see it does not take it.
					const looked = before.looked.keys;
					if (looked !== undefined && known?.seen[key.id] === undefined) {
						expect(now - Date.parse(looked)).toBeGreaterThanOrEqual(newcomerWaitMs);
					}
				}
			}
		}),
	);
});

test('a stranger cannot vouch: without a counting key of the voter, votes change nothing', () => {
	fc.assert(
		fc.property(looks, (sequence) => {
			for (const { now, before, candidates, votes, young } of play(sequence)) {
				const last = before.looked.keys === undefined ? null : Date.parse(before.looked.keys);
				const look = { now, last, young };
				const strangers = votes.filter(
					({ person, by }) =>
						!candidates.some((one) => one.person === person && one.key.id === by) &&
						!before.keys[person]?.pinned.includes(by),
				);
				expect(judge(before, candidates, strangers, look)).toEqual(judge(before, candidates, [], look));
			}
		}),
	);
});

test('looking again at once changes nothing, and a pinned key stays until another of the same person counts', () => {
	fc.assert(
		fc.property(looks, (sequence) => {
			for (const { now, candidates, votes, result } of play(sequence)) {
				const again = judge(result.pins, candidates, votes, { now, last: now, young: false });
				const ids = (from: typeof result): string[] => from.trusted.map(({ key }) => key.id).sort();
				expect(ids(again)).toEqual(expect.arrayContaining(ids(result)));
				for (const [person, { pinned }] of Object.entries(result.pins.keys))
					expect(pinned.length, person).toBeLessThanOrEqual(1);
			}
		}),
	);
});

test('an origin in use never changes without a word or 72 hours, whatever the page says meanwhile', () => {
	const origins = ['https://a.example', 'https://b.example', 'https://c.example'];
	const page = fc.array(
		fc.record({ after: fc.integer({ min: 0, max: 60 }), origin: fc.constantFrom(...origins), voted: fc.boolean() }),
		{ minLength: 1, maxLength: 15 },
	);
	fc.assert(
		fc.property(page, (sequence) => {
			const wiki = 'https://wiki.example/w';
			let pins = newPins(wiki, start);
			let now = start;
			let seen: { origin: string; since: number } = { origin: '', since: start };
			let used: string | null = null;
			for (const { after, origin, voted } of sequence) {
				now += after * hour;
				if (origin !== seen.origin) seen = { origin, since: now };
				const votes = voted ? [{ person: 'Mira', by: '0', subject: originSubject(wiki, origin) }] : [];
				const last = pins.looked.origin === undefined ? null : Date.parse(pins.looked.origin);
				const view = { now: origin, since: now - 1000 * hour, before: null };
				const judged = judgeOrigin(pins, view, votes, { now, last, young: false });
				if (used !== null && judged.origin !== used) {
					expect(judged.origin).toBe(origin);
					// The last look without it was the one before it was first seen.
					expect(voted || now - seen.since + 60 * hour >= newcomerWaitMs).toBe(true);
				}
				if (judged.waiting) expect(judged.waiting.until).toBeGreaterThan(now);
				used = judged.origin;
				pins = judged.pins;
			}
		}),
	);
});
