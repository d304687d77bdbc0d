/** Evidence for one edit: the revision itself and the lines it brought. */
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { isBy, stateOf, withoutRevision, withRevision } from './result.ts';
import type { Texts } from './texts.ts';

/** Lines of the newer text that the older one does not have. */
function addedLines(newer: string, older: string): string {
	const known = new Set(older.split('\n'));
	return newer
		.split('\n')
		.filter((line) => !known.has(line))
		.join('\n');
}

export async function revisionEvidence(texts: Texts, target: Target): Promise<Outcome<Evidence>> {
	const id = target.revision ?? target.shownRevision;
	if (id === undefined) return done(withoutRevision(target, 'unconfirmed'));
	const found = await texts.byId(id);
	if (!found.ok) return found;
	if (!found.value) return done(withoutRevision({ ...target, shownRevision: id }, 'deleted'));
	const { revision } = found.value;
	const parent = revision.parent > 0 ? await texts.byId(revision.parent) : done(null);
	if (!parent.ok) return parent;
	const added = addedLines(revision.text ?? '', parent.value?.revision.text ?? '');
	const state = isBy(revision, target) ? 'confirmed' : 'unconfirmed';
	return done(await withRevision(target, revision, stateOf(revision, state), added));
}

/** A page or file as a whole: the revision that was shown, or the newest. */
export async function pageEvidence(texts: Texts, target: Target): Promise<Outcome<Evidence>> {
	const { page, shownRevision } = target;
	if (page === undefined && shownRevision === undefined) return done(withoutRevision(target, 'unconfirmed'));
	const found = await (shownRevision === undefined ? texts.newest(page ?? '') : texts.byId(shownRevision));
	if (!found.ok) return found;
	if (!found.value) return done(withoutRevision(target, 'deleted'));
	const { revision } = found.value;
	const evidence = await withRevision(target, revision, stateOf(revision, 'confirmed'), revision.text ?? undefined);
	// Nobody asked who made this revision: it is what stood there.
	const { diff: _, ...whole } = evidence;
	return done(whole);
}
