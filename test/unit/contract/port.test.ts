/** The port between page and panel: what is malformed, unknown or replayed is answered calmly or dropped, and changes nothing. */
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { connect, type PortLike } from '../../../src/contract/port.ts';
import { done, type Outcome } from '../../../src/contract/problem.ts';

const verbs = { add: { args: v.object({ by: v.number() }), answer: v.object({ sum: v.number() }) } } as const;

/** Two ends; whatever is posted at one arrives at the other, and is kept to be played again. */
function makePorts() {
	const make = () => ({ listeners: new Set<(event: { data: unknown }) => void>(), heard: [] as unknown[] });
	const [one, two] = [make(), make()];
	const play = (at: ReturnType<typeof make>) => (data: unknown) => {
		for (const listener of at.listeners) listener({ data });
	};
	const end = (mine: ReturnType<typeof make>, other: ReturnType<typeof make>): PortLike => ({
		postMessage(data) {
			other.heard.push(data);
			play(other)(data);
		},
		addEventListener: (_, listener) => void mine.listeners.add(listener),
		removeEventListener: (_, listener) => void mine.listeners.delete(listener),
		start: () => undefined,
		close: () => undefined,
	});
	return { near: end(one, two), far: end(two, one), atNear: one, atFar: two, toNear: play(one), toFar: play(two) };
}

function setUp(timeoutMs?: number) {
	const ports = makePorts();
	const life = new AbortController();
	let sum = 0;
	const add = ({ by }: { by: number }): Outcome<{ sum: number }> => done({ sum: (sum += by) });
	connect(ports.far, verbs, { add }, {}, life.signal);
	const client = connect(ports.near, {}, {}, verbs, life.signal, timeoutMs);
	return { ...ports, life, client, sum: () => sum };
}

const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 5));

test('a verb with its arguments is answered once', async () => {
	const { client, sum } = setUp();
	expect(await client.call('add', { by: 2 })).toEqual({ ok: true, value: { sum: 2 } });
	expect(await client.call('add', { by: 3 })).toEqual({ ok: true, value: { sum: 5 } });
	expect(sum()).toBe(5);
});

test('the same request again is not acted on twice, nor one with an older number', async () => {
	const { client, toFar, atFar, sum } = setUp();
	await client.call('add', { by: 2 });
	await client.call('add', { by: 3 });
	for (const again of atFar.heard) toFar(again);
	await settle();
	expect(sum()).toBe(5);
});

test('what fits no verb is told so, what is no message is dropped, and the next good one is served', async () => {
	const { client, toFar, atNear, sum } = setUp();
	const bodies = [
		{ verb: 'add', args: { by: '2' } },
		{ verb: 'remove', args: {} },
		{ verb: 'toString', args: {} },
		{ verb: '__proto__', args: {} },
		'add',
		null,
	];
	for (const [at, body] of bodies.entries()) toFar({ type: 'request', id: 100 + at, body });
	for (const odd of [null, 'x', 7, [], { type: 'request' }, { type: 'request', id: 'x', body: {} }, { id: 1.5 }]) {
		toFar(odd);
	}
	await settle();
	expect(atNear.heard).toEqual(
		bodies.map((_, at) => ({ type: 'reply', id: 100 + at, body: { ok: false, problem: 'bad-input', params: [] } })),
	);
	expect(sum()).toBe(0);
	toFar({ type: 'request', id: 200, body: { verb: 'add', args: { by: 4 } } });
	await settle();
	expect(sum()).toBe(4);
	expect(await Promise.race([client.call('add', { by: 1 }), settle()]), 'its numbers are used up').toBeUndefined();
});

test('a forged, unknown or malformed reply is no answer', async () => {
	const { client, toNear } = setUp();
	toNear({ type: 'reply', id: 1, body: { ok: true, value: { sum: 99 } } });
	expect(await client.call('add', { by: 1 })).toEqual({ ok: true, value: { sum: 1 } });
	const ports = makePorts();
	const alone = connect(ports.near, {}, {}, verbs, new AbortController().signal);
	const asked = [alone.call('add', { by: 1 }), alone.call('add', { by: 1 }), alone.call('add', { by: 1 })];
	ports.toNear({ type: 'reply', id: 1, body: { ok: true, value: { sum: 'much' } } });
	ports.toNear({ type: 'reply', id: 2, body: { ok: false, problem: 'made-up', params: [] } });
	ports.toNear({ type: 'reply', id: 3, body: undefined });
	for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: false, problem: 'bad-input' });
});

test('no answer in time, and a port that was closed, are problems and not silence', async () => {
	const ports = makePorts();
	const life = new AbortController();
	const alone = connect(ports.near, {}, {}, verbs, life.signal, 10);
	expect(await alone.call('add', { by: 1 })).toMatchObject({ ok: false, problem: 'timed-out' });
	const waiting = alone.call('add', { by: 1 });
	life.abort();
	expect(await waiting).toMatchObject({ ok: false, problem: 'cancelled' });
	expect(await alone.call('add', { by: 1 })).toMatchObject({ ok: false, problem: 'cancelled' });
});
