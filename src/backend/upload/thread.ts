/** A thread whose object is called from here: one question, one answer, in order (comlink's types want a browser). */
import { parentPort, Worker, type Transferable } from 'node:worker_threads';

interface Question {
	readonly id: number;
	readonly name: string;
	readonly given: readonly unknown[];
}
interface Answer {
	readonly id: number;
	readonly value?: unknown;
	readonly error?: string;
}

type Verb = (...given: never[]) => unknown;
type Verbs<T> = { [K in keyof T as T[K] extends Verb ? K : never]: T[K] extends Verb ? T[K] : never };

export interface Thread<T> {
	/** Rejects where the thread's object throws, or the thread has ended. */
	call<K extends keyof Verbs<T> & string>(
		name: K,
		given: Parameters<Verbs<T>[K]>,
		transfer?: Transferable[],
	): Promise<Awaited<ReturnType<Verbs<T>[K]>>>;
	/** Resolves when the thread has ended, of itself or not. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/** In the thread: answers questions with this object. */
export function serveThread(target: object): void {
	parentPort?.on('message', ({ id, name, given }: Question) => {
		const answer = (rest: Omit<Answer, 'id'>): void => parentPort?.postMessage({ id, ...rest } satisfies Answer, []);
		const verb = Reflect.get(target, name) as (...all: unknown[]) => unknown;
		// Only the kind of a fault crosses over: a message might quote what was in a file.
		const failed = (error: unknown): void => answer({ error: error instanceof Error ? error.name : 'Error' });
		try {
			Promise.resolve(verb.apply(target, [...given])).then((value) => answer({ value }), failed);
		} catch (error) {
			failed(error);
		}
	});
}

export function startThread<T>(file: URL): Thread<T> {
	const worker = new Worker(file);
	const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
	let last = 0;
	let isOver = false;
	const ended = new Promise<void>((over) => {
		worker.once('exit', () => {
			isOver = true;
			for (const { failed } of waiting.values()) failed(new Error('the thread has ended'));
			waiting.clear();
			over();
		});
	});
	// The exit that follows says all that is needed.
	worker.on('error', () => undefined);
	worker.on('message', ({ id, value, error }: Answer) => {
		const asked = waiting.get(id);
		waiting.delete(id);
		if (error === undefined) asked?.done(value);
		else asked?.failed(new Error(error));
	});
	worker.unref();
	return {
		ended,
		call(name, given, transfer = []) {
			return new Promise((done, failed) => {
				if (isOver) return failed(new Error('the thread has ended'));
				const id = ++last;
				waiting.set(id, { done: (value) => done(value as never), failed });
				worker.postMessage({ id, name, given } satisfies Question, transfer);
			});
		},
		async stop() {
			await worker.terminate();
		},
	};
}
