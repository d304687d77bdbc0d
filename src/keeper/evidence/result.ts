/** Puts a piece of evidence together from what the wiki told. */
import { sha256, toHex } from '../../contract/bytes.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import { samePerson } from '../../domain/people/names.ts';
import type { Revision } from '../../wiki/revisions.ts';
import { diffLink, pageLink, revisionLink } from './links.ts';

export type State = Evidence['state'];

const longest = 50_000;

/** Where the wiki told nothing of a revision: a link to the page, or to the account. */
export function withoutRevision(target: Target, state: State): Evidence {
	const { wiki, page, shownRevision, author } = target;
	const permalink =
		shownRevision === undefined
			? pageLink(wiki, page ?? (author === null ? 'Special:Version' : `User:${author}`))
			: revisionLink(wiki, shownRevision);
	return { target, permalink, state };
}

/** Hidden in any part that would have to be read; `fallback` otherwise. */
export function stateOf(revision: Revision, fallback: State): State {
	return revision.textHidden || revision.suppressed || revision.user === null ? 'hidden' : fallback;
}

/** Whether the wiki's word on the author is what the page claimed. */
export function isBy(revision: Revision, { author }: Target): boolean {
	return author === null || revision.user === null || samePerson(revision.user, author);
}

export async function withRevision(
	target: Target,
	revision: Revision,
	state: State,
	wikitext?: string,
): Promise<Evidence> {
	const { id, parent, user, at } = revision;
	const text = wikitext?.slice(0, longest);
	return {
		target,
		addedBy: { revision: id, ...(parent > 0 ? { parent } : {}), user, at },
		permalink: revisionLink(target.wiki, id),
		diff: diffLink(target.wiki, id),
		...(text ? { wikitext: text, hash: toHex(await sha256(text)) } : {}),
		state,
	};
}
