/** How things stand that an act would change, and whether they still stand as somebody saw them. */
import type { Act, State } from '../../contract/act.ts';
import type { Outcome } from '../../contract/problem.ts';
import type { WikiTransport } from '../transport.ts';
import { readPageState, readTalkState } from './page-state.ts';
import { readRevisionState } from './revision-state.ts';
import { readUserState } from './user-state.ts';

export function readState(transport: WikiTransport, act: Act): Promise<Outcome<State>> {
	switch (act.act) {
		case 'block':
			return readUserState(transport, act.user);
		case 'notice':
			return readTalkState(transport, `User talk:${act.user}`);
		case 'hide':
			return readRevisionState(transport, act.revision);
		default:
			return readPageState(transport, act.page);
	}
}

/** The same words with their keys in order. */
function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value)
		.map(([key, one]) => [key, inOrder(one)] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1));
}

export const isSameState = (one: State, other: State): boolean =>
	JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
