/** Typed, validated calls over anything that posts messages: the one way in which rooms in different realms talk. */
import * as v from 'valibot';
import { failed, Problem, type Outcome } from './problem.ts';

type Shape = v.GenericSchema<unknown, unknown>;

/** What one side offers: for each verb the schema of its arguments and of its answer. */
export type Verbs = Record<string, { readonly args: Shape; readonly answer: Shape }>;
export type ArgsOf<V extends Verbs, N extends keyof V> = v.InferOutput<V[N]['args']>;
export type GivenOf<V extends Verbs, N extends keyof V> = v.InferInput<V[N]['args']>;
export type ReplyOf<V extends Verbs, N extends keyof V> = v.InferOutput<V[N]['answer']>;

/** One function a verb; it answers with a value or a problem. */
export type Handlers<V extends Verbs> = {
	readonly [N in keyof V]: (args: ArgsOf<V, N>) => Promise<Outcome<ReplyOf<V, N>>> | Outcome<ReplyOf<V, N>>;
};
export type Client<V extends Verbs> = {
	call<N extends keyof V & string>(verb: N, args: GivenOf<V, N>): Promise<Outcome<ReplyOf<V, N>>>;
};

const Request = v.object({ verb: v.string(), args: v.unknown() });
const Reply = v.variant('ok', [
	v.object({ ok: v.literal(true), value: v.unknown() }),
	v.object({ ok: v.literal(false), ...Problem.entries }),
]);

/** Answers one request that may be anything at all: what is not a known verb with valid arguments is told so. */
export async function answer<V extends Verbs>(
	verbs: V,
	handlers: Handlers<V>,
	request: unknown,
): Promise<Outcome<unknown>> {
	const parsed = v.safeParse(Request, request);
	if (!parsed.success || !Object.hasOwn(verbs, parsed.output.verb)) return failed('bad-input');
	const { verb } = parsed.output;
	const schema = verbs[verb];
	const handler = handlers[verb];
	if (!schema || !handler) return failed('bad-input');
	const args = v.safeParse(schema.args, parsed.output.args);
	if (!args.success) return failed('bad-input');
	return handler(args.output as ArgsOf<V, string>);
}

/** A client whose requests travel by `send`, which gives back whatever the other side answered. */
export function clientOf<V extends Verbs>(
	verbs: V,
	send: (request: { verb: string; args: unknown }) => Promise<unknown>,
): Client<V> {
	return {
		async call(verb, args) {
			const reply = v.safeParse(Reply, await send({ verb, args }));
			const schema = verbs[verb];
			if (!reply.success || !schema) return failed('bad-input');
			if (!reply.output.ok) return reply.output;
			const value = v.safeParse(schema.answer, reply.output.value);
			return value.success ? { ok: true, value: value.output as never } : failed('bad-input');
		},
	};
}

/** The part of a MessagePort that is used, so that tests need no browser. */
export interface PortLike {
	postMessage(message: unknown): void;
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
	removeEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
	start(): void;
	close(): void;
}

const Envelope = v.variant('type', [
	v.object({ type: v.literal('request'), id: v.pipe(v.number(), v.integer()), body: v.unknown() }),
	v.object({ type: v.literal('reply'), id: v.pipe(v.number(), v.integer()), body: v.unknown() }),
]);

/**
 * Both directions over one port: serves `mine`, calls `theirs`. Replayed or unknown replies are dropped, requests that are
 * not answered within `timeoutMs` give `timed-out`, and `signal` closes the port.
 */
export function connect<Mine extends Verbs, Theirs extends Verbs>(
	port: PortLike,
	mine: Mine,
	handlers: Handlers<Mine>,
	theirs: Theirs,
	signal: AbortSignal,
	timeoutMs = 20_000,
): Client<Theirs> {
	const waiting = new Map<number, (reply: unknown) => void>();
	let last = 0;
	// A request id serves once: the same message again, replayed, is not acted on twice.
	let served = 0;
	const serve = async (id: number, body: unknown): Promise<void> => {
		const reply = await answer(mine, handlers, body);
		if (!signal.aborted) port.postMessage({ type: 'reply', id, body: reply });
	};
	const listen = ({ data }: { data: unknown }): void => {
		const parsed = v.safeParse(Envelope, data);
		if (!parsed.success) return;
		const { type, id, body } = parsed.output;
		if (type === 'reply') {
			waiting.get(id)?.(body);
			waiting.delete(id);
		} else if (id > served) {
			served = id;
			void serve(id, body);
		}
	};
	port.addEventListener('message', listen);
	port.start();
	signal.addEventListener('abort', () => {
		port.removeEventListener('message', listen);
		port.close();
		for (const give of waiting.values()) give(failed('cancelled'));
		waiting.clear();
	});
	return clientOf(theirs, (body) => {
		if (signal.aborted) return Promise.resolve(failed('cancelled'));
		return new Promise((give) => {
			const id = ++last;
			const timer = setTimeout(() => {
				waiting.delete(id);
				give(failed('timed-out'));
			}, timeoutMs);
			waiting.set(id, (reply) => {
				clearTimeout(timer);
				give(reply);
			});
			port.postMessage({ type: 'request', id, body });
		});
	});
}
