/** A page's newest revision, its protection, and the newest entry of its protection log. */
import * as v from 'valibot';
import type { StateOf } from '../../contract/act.ts';
import { RevisionId } from '../../contract/primitives.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';
import { untilOf } from './user-state.ts';

const Shape = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				title: v.string(),
				missing: v.optional(v.boolean(), false),
				protection: v.optional(
					v.array(v.object({ type: v.string(), level: v.string(), expiry: v.optional(v.string(), 'infinity') })),
					[],
				),
				revisions: v.optional(v.array(v.object({ revid: RevisionId, user: v.optional(v.string()) })), []),
			}),
		),
		logevents: v.optional(v.array(v.object({ logid: v.optional(v.number(), 0) })), []),
	}),
});

export async function readPageState(transport: WikiTransport, title: string): Promise<Outcome<StateOf<'page'>>> {
	const params = {
		titles: title,
		prop: 'info|revisions',
		inprop: 'protection',
		rvprop: 'ids|user',
		list: 'logevents',
		letype: 'protect',
		letitle: title,
		leprop: 'ids',
		lelimit: '1',
	};
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const { pages, logevents } = answer.value.query;
	const [page] = pages;
	const newest = page?.revisions[0];
	return done({
		of: 'page',
		page: title,
		exists: page !== undefined && !page.missing,
		revision: newest?.revid ?? null,
		author: newest?.user ?? null,
		protection: (page?.protection ?? []).map(({ type, level, expiry }) => ({ type, level, until: untilOf(expiry) })),
		log: logevents[0]?.logid ?? 0,
	});
}

/** Of a talk page only the newest revision matters: what stands there already. */
export async function readTalkState(transport: WikiTransport, page: string): Promise<Outcome<StateOf<'talk'>>> {
	const state = await readPageState(transport, page);
	return state.ok ? done({ of: 'talk', page, revision: state.value.revision }) : state;
}
