/** Lists that come in several answers: asks on with what the wiki gave for that, up to a limit. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

/** The part of an answer by which one asks on. */
export const Continue = v.optional(v.record(v.string(), v.union([v.string(), v.number()])));

export interface Answers<T> {
	readonly answers: readonly T[];
	/** Whether there is more that was not asked for. */
	readonly more: boolean;
}

/** `action=query` with these parameters, at most `rounds` calls one after the other. */
export async function askOn<T extends { continue?: v.InferOutput<typeof Continue> }>(
	transport: WikiTransport,
	params: Readonly<Record<string, string>>,
	shape: v.GenericSchema<unknown, T>,
	rounds: number,
): Promise<Outcome<Answers<T>>> {
	const answers: T[] = [];
	let next: Record<string, string> = {};
	for (let round = 0; round < rounds; round++) {
		const answer = await ask(transport, { action: 'query', params: { ...params, ...next } }, shape);
		if (!answer.ok) return answer;
		answers.push(answer.value);
		if (!answer.value.continue) return done({ answers, more: false });
		next = Object.fromEntries(Object.entries(answer.value.continue).map(([key, value]) => [key, String(value)]));
	}
	return done({ answers, more: true });
}

/** Many outcomes as one: the first problem, or all values. */
export function allOf<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
	const values: T[] = [];
	for (const outcome of outcomes) {
		if (!outcome.ok) return outcome;
		values.push(outcome.value);
	}
	return done(values);
}
