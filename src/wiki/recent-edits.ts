/** The newest edits of an account, a page of them at a time, as a person would read them in a list. */
import * as v from 'valibot';
import { RevisionId, Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import type { RecentEdits } from '../contract/recent-edits.ts';
import { ask, type WikiTransport } from './transport.ts';

/** Not there where the wiki hides it. */
const Hideable = v.optional(v.boolean(), false);
const Shape = v.object({
	continue: v.optional(v.object({ uccontinue: v.string() })),
	query: v.object({
		usercontribs: v.array(
			v.object({
				revid: RevisionId,
				title: v.string(),
				timestamp: Timestamp,
				comment: v.optional(v.string(), ''),
				sizediff: v.optional(v.number(), 0),
				minor: v.optional(v.boolean(), false),
				texthidden: Hideable,
				commenthidden: Hideable,
				userhidden: Hideable,
				suppressed: Hideable,
			}),
		),
	}),
});

/** A summary without its marks: the comment that MediaWiki begins with names the section, a link is the words it shows. */
export const plainSummary = (summary: string): string =>
	summary
		.replace(/\/\*\s*(.*?)\s*\*\//g, (_, section: string) => `→ ${section} `)
		.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();

/** Newest first; `after` is the `next` of an earlier answer. */
export async function readRecentEdits(
	transport: WikiTransport,
	user: string,
	after?: string,
): Promise<Outcome<RecentEdits>> {
	const params = {
		list: 'usercontribs',
		ucuser: user,
		ucprop: 'ids|title|timestamp|comment|sizediff|flags',
		uclimit: '20',
		...(after !== undefined && { uccontinue: after }),
	};
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const { query, continue: on } = answer.value;
	return done({
		edits: query.usercontribs.map((edit) => ({
			revision: edit.revid,
			title: edit.title,
			at: edit.timestamp,
			summary: plainSummary(edit.comment),
			change: edit.sizediff,
			minor: edit.minor,
			hidden: edit.texthidden || edit.commenthidden || edit.userhidden || edit.suppressed,
		})),
		next: on?.uccontinue ?? null,
	});
}
