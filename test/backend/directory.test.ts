/** The memory in front of the wikis: fresh for its time, one question for many, the last good copy when nobody answers. */
import { expect, test } from 'vitest';
import { cached } from '../../src/backend/wiki/cached.ts';
import { done, failed, type Outcome } from '../../src/contract/problem.ts';

function setUp(life = 30_000) {
	const clock = { now: 1_000_000 };
	const asked: string[] = [];
	let answer: Outcome<number> = done(1);
	const memory = cached<number>(
		async (key) => {
			asked.push(key);
			await Promise.resolve();
			return answer;
		},
		life,
		() => clock.now,
		(one) => one.ok || one.problem === 'config-missing',
	);
	return { memory, asked, clock, say: (next: Outcome<number>) => (answer = next) };
}

test('an answer serves for its time, and many who ask at once are one question', async () => {
	const { memory, asked, clock, say } = setUp();
	expect(await Promise.all([memory.get('a'), memory.get('a'), memory.get('b')])).toEqual([done(1), done(1), done(1)]);
	expect(asked).toEqual(['a', 'b']);
	say(done(2));
	clock.now += 29_999;
	expect(await memory.get('a')).toEqual(done(1));
	clock.now += 1;
	expect(await memory.get('a')).toEqual(done(2));
	expect(asked).toEqual(['a', 'b', 'a']);
});

test('who needs a newer one gets it, and everybody after has it too', async () => {
	const { memory, asked, clock, say } = setUp();
	await memory.get('a');
	say(done(2));
	clock.now += 500;
	expect(await memory.get('a', 1_000)).toEqual(done(1));
	clock.now += 500;
	expect(await memory.get('a', 1_000)).toEqual(done(2));
	expect(await memory.get('a')).toEqual(done(2));
	expect(asked).toHaveLength(2);
});

test('while nobody answers the last good copy serves, which it tells, and soon somebody asks again', async () => {
	const { memory, asked, clock, say } = setUp();
	await memory.get('a');
	say(failed('wiki-unreachable'));
	clock.now += 30_000;
	expect(await memory.get('a')).toEqual(done(1));
	expect(memory.isStale()).toBe(true);
	await memory.get('a');
	expect(asked, 'not at every call').toHaveLength(2);
	say(done(3));
	clock.now += 5_000;
	expect(await memory.get('a')).toEqual(done(3));
	expect(memory.isStale()).toBe(false);
});

test('without a copy the problem is told, and asked for again each time', async () => {
	const { memory, asked, say } = setUp();
	say(failed('wiki-unreachable'));
	expect(await memory.get('a')).toEqual(failed('wiki-unreachable'));
	expect(memory.isStale()).toBe(false);
	say(done(1));
	expect(await memory.get('a')).toEqual(done(1));
	expect(asked).toHaveLength(2);
});

test('a page that was taken away is an answer, not an accident', async () => {
	const { memory, clock, say } = setUp();
	await memory.get('a');
	say(failed('config-missing'));
	clock.now += 30_000;
	expect(await memory.get('a')).toEqual(failed('config-missing'));
	expect(memory.isStale()).toBe(false);
});
