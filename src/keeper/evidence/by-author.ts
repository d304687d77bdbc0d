/** Looks for the revision among what the author saved around the minute of the signature: mostly one call. */
import * as v from 'valibot';
import { RevisionId } from '../../contract/primitives.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import type { Revision } from '../../wiki/revisions.ts';
import { ask } from '../../wiki/transport.ts';
import type { FoundRevision, Texts } from './texts.ts';

type Holds = (revision: Revision) => boolean;

/** A signature says the minute in which saving began; clocks and slow saves add some. */
const around = (at: string): { newest: string; oldest: string } => ({
	newest: new Date(Date.parse(at) + 4 * 60_000).toISOString(),
	oldest: new Date(Date.parse(at) - 60_000).toISOString(),
});

const Contributions = v.object({ query: v.object({ usercontribs: v.array(v.object({ revid: RevisionId })) }) });

/** The oldest of these that holds the passage although its parent does not. */
async function firstAdding(
	texts: Texts,
	found: readonly FoundRevision[],
	holds: Holds,
): Promise<Outcome<FoundRevision | null>> {
	for (const one of found.toSorted((a, b) => a.revision.id - b.revision.id)) {
		if (!holds(one.revision)) continue;
		if (one.revision.parent === 0) return done(one);
		const parent = await texts.byId(one.revision.parent);
		if (!parent.ok) return parent;
		if (!parent.value || parent.value.revision.text === null || !holds(parent.value.revision)) return done(one);
	}
	return done(null);
}

/** On this page, else anywhere on the wiki: a comment in an archive was added to another page. */
export async function searchByAuthor(
	texts: Texts,
	title: string,
	author: string,
	at: string,
	holds: Holds,
): Promise<Outcome<FoundRevision | null>> {
	const { newest, oldest } = around(at);
	const here = await texts.pages({
		titles: title,
		rvuser: author,
		rvstart: newest,
		rvend: oldest,
		rvlimit: '20',
	});
	if (!here.ok) return here;
	const onPage = here.value.flatMap((page) => page.revisions.map((revision) => ({ title: page.title, revision })));
	const found = await firstAdding(texts, onPage, holds);
	if (!found.ok || found.value) return found;
	const list = await ask(
		texts.transport,
		{
			action: 'query',
			params: { list: 'usercontribs', ucuser: author, ucstart: newest, ucend: oldest, ucprop: 'ids', uclimit: '20' },
		},
		Contributions,
	);
	if (!list.ok) return list;
	const ids = list.value.query.usercontribs.map(({ revid }) => revid);
	if (ids.length === 0) return done(null);
	const elsewhere = await texts.pages({ revids: ids.join('|') });
	if (!elsewhere.ok) return elsewhere;
	return firstAdding(
		texts,
		elsewhere.value.flatMap((page) => page.revisions.map((revision) => ({ title: page.title, revision }))),
		holds,
	);
}
