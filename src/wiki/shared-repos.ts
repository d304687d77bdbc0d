/** The other wikis whose files a wiki shows as its own, such as Wikimedia Commons, as it says itself. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

export interface SharedRepo {
	/** As people know it. */
	readonly name: string;
	/** Script path of its wiki. */
	readonly base: string;
}

const Shape = v.object({
	query: v.object({
		repos: v.array(
			v.object({
				local: v.optional(v.boolean(), false),
				displayname: v.optional(v.string(), ''),
				/** Of a repository that is reached over the network. */
				apiurl: v.optional(v.string()),
				/** Of one that shares the database. */
				scriptDirUrl: v.optional(v.string()),
			}),
		),
	}),
});

/** Null for what is no address of a wiki; a wiki reached safely sends nobody to one that is not. */
function baseOf(wiki: string, address: string | undefined): string | null {
	if (!address) return null;
	try {
		const { protocol, origin, pathname } = new URL(address, wiki);
		const safe = protocol === 'https:' || (protocol === 'http:' && wiki.startsWith('http:'));
		return safe ? origin + pathname.replace(/\/api\.php$/, '').replace(/\/$/, '') : null;
	} catch {
		return null;
	}
}

export async function readSharedRepos(transport: WikiTransport, wiki: string): Promise<Outcome<SharedRepo[]>> {
	const params = { meta: 'filerepoinfo', friprop: 'local|displayname|apiurl|scriptDirUrl' };
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	return done(
		answer.value.query.repos.flatMap(({ local, displayname, apiurl, scriptDirUrl }) => {
			const base = local ? null : baseOf(wiki, apiurl ?? scriptDirUrl);
			return base === null ? [] : [{ name: displayname || new URL(base).hostname, base }];
		}),
	);
}
