/** Writes a section of its own on somebody's talk page, and shows beforehand how it will read. */
import * as v from 'valibot';
import type { ActOf, StateOf } from '../../contract/act.ts';
import { RevisionId } from '../../contract/primitives.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';
import { change } from './change.ts';
import { nothingDone, type Done } from './done.ts';
import { plainText } from './plain-text.ts';

const Shape = v.object({
	edit: v.object({ result: v.string(), code: v.optional(v.string()), newrevid: v.optional(RevisionId) }),
});

const talkOf = (user: string): string => `User talk:${user}`;

export async function writeNotice(
	transport: WikiTransport,
	as: string,
	{ user, heading, text }: ActOf<'notice'>,
): Promise<Outcome<Done>> {
	const params = { title: talkOf(user), section: 'new', sectiontitle: heading, summary: heading, text };
	const saved = await change(transport, as, { action: 'edit', params }, Shape);
	if (!saved.ok) return saved;
	const { result, code, newrevid } = saved.value.edit;
	// A filter's or a captcha's answer comes as a success that failed.
	if (result !== 'Success' || newrevid === undefined) return failed('wiki-error', [code ?? result]);
	return done({ ...nothingDone, revision: newrevid });
}

const Own = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				revisions: v.optional(v.array(v.object({ revid: RevisionId, comment: v.optional(v.string(), '') })), []),
			}),
		),
	}),
});

/** Whether `as` wrote a section of this heading since `seen`: an earlier try got through and its answer was lost. */
export async function noticeMade(
	transport: WikiTransport,
	seen: StateOf<'talk'>,
	{ user, heading }: ActOf<'notice'>,
	as: string,
): Promise<Done | null> {
	const params = { titles: talkOf(user), prop: 'revisions', rvprop: 'ids|comment', rvuser: as, rvlimit: '1' };
	const answer = await ask(transport, { action: 'query', params }, Own);
	const newest = answer.ok ? answer.value.query.pages[0]?.revisions[0] : undefined;
	if (!newest || newest.revid <= (seen.revision ?? 0) || !newest.comment.includes(heading)) return null;
	return { ...nothingDone, revision: newest.revid };
}

const Parsed = v.object({ parse: v.object({ text: v.string() }) });

/** With its templates, signed by who asks, as plain text: the panel shows no HTML of a wiki. */
export async function previewNotice(
	transport: WikiTransport,
	user: string,
	text: string,
): Promise<Outcome<{ text: string }>> {
	const params = {
		title: talkOf(user),
		text,
		contentmodel: 'wikitext',
		pst: '1',
		prop: 'text',
		disablelimitreport: '1',
		disableeditsection: '1',
		preview: '1',
	};
	const answer = await ask(transport, { action: 'parse', params }, Parsed);
	return answer.ok ? done({ text: plainText(answer.value.parse.text) }) : answer;
}
