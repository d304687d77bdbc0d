/** An account's blocks, and the newest entry of its block log. */
import * as v from 'valibot';
import type { Block, StateOf } from '../../contract/act.ts';
import { Timestamp } from '../../contract/primitives.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';

/** An empty list comes as [] where a filled one is an object. */
const Scope = v.union([
	v.object({
		pages: v.optional(v.array(v.object({ title: v.optional(v.string(), '') })), []),
		namespaces: v.optional(v.array(v.number()), []),
		actions: v.optional(v.array(v.string()), []),
	}),
	v.pipe(
		v.array(v.unknown()),
		v.transform(() => ({ pages: [], namespaces: [], actions: [] })),
	),
]);

const Shape = v.object({
	query: v.object({
		blocks: v.optional(
			v.array(
				v.object({
					id: v.number(),
					by: v.optional(v.string()),
					timestamp: v.optional(Timestamp, '1970-01-01T00:00:00Z'),
					expiry: v.optional(v.string(), 'infinity'),
					reason: v.optional(v.string(), ''),
					partial: v.optional(v.boolean(), false),
					restrictions: v.optional(Scope, {}),
				}),
			),
			[],
		),
		logevents: v.optional(v.array(v.object({ logid: v.optional(v.number(), 0) })), []),
	}),
});

/** As the wiki says an end: a time, or a word for none. */
export const untilOf = (expiry: string): string | null => (v.is(Timestamp, expiry) ? expiry : null);

export async function readUserState(transport: WikiTransport, user: string): Promise<Outcome<StateOf<'user'>>> {
	const params = {
		list: 'blocks|logevents',
		bkusers: user,
		bkprop: 'id|by|timestamp|expiry|reason|flags|restrictions',
		letype: 'block',
		letitle: `User:${user}`,
		leprop: 'ids',
		lelimit: '1',
	};
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const { blocks, logevents } = answer.value.query;
	const listed: Block[] = blocks.map(({ id, by, timestamp, expiry, reason, partial, restrictions }) => ({
		id,
		by: by ?? null,
		at: timestamp,
		until: untilOf(expiry),
		reason,
		partial: partial ? { ...restrictions, pages: restrictions.pages.map(({ title }) => title) } : null,
	}));
	return done({ of: 'user', user, blocks: listed, log: logevents[0]?.logid ?? 0 });
}
