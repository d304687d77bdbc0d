/** The type of a route's code: everything it is given is checked, and what it answers is what the contract says. */
import type { Outcome } from '../../contract/problem.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteName, Routes } from '../../contract/routes.ts';
import type { Callers } from '../auth/caller.ts';
import type { Services } from '../services.ts';
import type { Rate } from './rates.ts';

export interface Call<N extends RouteName> {
	readonly params: ParamsOf<N>;
	readonly query: QueryOf<N>;
	readonly body: BodyOf<N>;
	readonly caller: Callers[Routes[N]['access']];
	/** Counts one more of the caller's address: null when it may go on, else the seconds to wait. */
	take(rate: Rate): Promise<number | null>;
	/** Does work once the answer has left. */
	afterAnswer(work: () => void): void;
}

export type Handler<N extends RouteName> = (call: Call<N>, services: Services) => Promise<Outcome<AnswerOf<N>>>;

/** One for every route of the contract: a missing or superfluous one does not compile. */
export type HandlersOf = { readonly [N in RouteName]: Handler<N> };
