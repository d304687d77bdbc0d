/** The memory in front of the wikis: fresh for its time, one question for many, the last good copy when nobody answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { liveDirectory } from '../../src/backend/wiki/live-directory.ts';
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

test('who needs one asked for from now on does not get the one under way, and many of them share the next', async () => {
	const { memory, asked, say } = setUp();
	const early = memory.get('a');
	say(done(2));
	const late = [memory.get('a', 0), memory.get('a', 0)];
	expect(await early).toEqual(done(2));
	expect(await Promise.all(late)).toEqual([done(2), done(2)]);
	expect(asked).toHaveLength(2);
	await memory.get('a', 0);
	expect(asked, 'no copy is new enough').toHaveLength(3);
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

test.each([
	['a page instead of JSON', 200, '<!doctype html>', 'wiki-not-json'],
	['a fault of its own', 500, 'Internal error', 'wiki-error'],
	['that it does not let us read', 200, '{"error":{"code":"readapidenied"}}', 'wiki-error'],
	['something unexpected', 200, '{"query":{"pages":7}}', 'wiki-error'],
])('a wiki that answers %s is told as the wiki’s trouble, not the sender’s', async (_, status, text, problem) => {
	// A double: the real wiki does not fall ill at a word.
	const server = createServer((_request, answer) => answer.writeHead(status).end(text));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w`;
	const directory = liveDirectory([{ base, origins: [] }], 'test', Date.now, new AbortController().signal);
	expect(await directory.config(base)).toMatchObject({ ok: false, problem });
	expect(await directory.keysOf(base, ['Hana'])).toMatchObject({ ok: false, problem });
	expect(await directory.config('http://other.test/w')).toMatchObject({ problem: 'config-missing' });
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
	expect(await directory.keysOf(base, [])).toMatchObject({ ok: true });
	expect(await directory.keysOf(base, ['Hugo'])).toMatchObject({ problem: 'wiki-unreachable' });
});
