/** Evidence for a passage of a page (a comment, selected words): the revision that added it. */
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import type { Revision } from '../../wiki/revisions.ts';
import { searchByAuthor } from './by-author.ts';
import { isBy, stateOf, withoutRevision, withRevision } from './result.ts';
import { searchAdded } from './search.ts';
import type { FoundRevision, Texts } from './texts.ts';
import { passageFinder } from './words.ts';

/** What was shown at the click, found by its revision, so that a page moved since is found too. */
async function shown(texts: Texts, { page, shownRevision }: Target): Promise<Outcome<FoundRevision | null>> {
	if (shownRevision !== undefined) return texts.byId(shownRevision);
	return page === undefined ? done(null) : texts.newest(page);
}

export async function passageEvidence(texts: Texts, target: Target): Promise<Outcome<Evidence>> {
	const base = await shown(texts, target);
	if (!base.ok) return base;
	if (!base.value) return done(withoutRevision(target, 'deleted'));
	const { title, revision } = base.value;
	if (target.quote === undefined) return done(await withRevision(target, revision, 'unconfirmed'));
	const find = passageFinder(target.quote);
	const holds = ({ text, textHidden }: Revision): boolean => textHidden || (text !== null && find(text) !== undefined);

	let added: Revision | null = null;
	if (target.author !== null && target.at !== undefined) {
		const found = await searchByAuthor(texts, title, target.author, target.at, holds);
		if (!found.ok) return found;
		added = found.value?.revision ?? null;
	}
	if (!added && holds(revision)) {
		const found = await searchAdded(texts, title, revision, holds);
		if (!found.ok) return found;
		added = found.value;
	}
	if (!added) return done(await withRevision(target, revision, stateOf(revision, 'unconfirmed')));
	const newest = await texts.newest(title);
	if (!newest.ok) return newest;
	const stands = newest.value !== null && holds(newest.value.revision);
	// Somebody else saved these words: the page's claim about their author does not hold.
	const state = isBy(added, target) ? (stands ? 'confirmed' : 'changed') : 'unconfirmed';
	return done(await withRevision(target, added, stateOf(added, state), find(added.text ?? '')?.text));
}
