/** Takes an edit back, or all of somebody's newest edits on a page at once. */
import * as v from 'valibot';
import type { ActOf, StateOf } from '../../contract/act.ts';
import { RevisionId } from '../../contract/primitives.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { WikiTransport } from '../transport.ts';
import { change } from './change.ts';
import { nothingDone, type Done } from './done.ts';

const Undone = v.object({
	edit: v.object({
		result: v.string(),
		code: v.optional(v.string()),
		newrevid: v.optional(RevisionId),
		nochange: v.optional(v.boolean(), false),
	}),
});
const RolledBack = v.object({ rollback: v.object({ revid: v.number() }) });

async function undo(
	transport: WikiTransport,
	as: string,
	{ page, revision, reason }: ActOf<'revert'>,
	now: StateOf<'page'>,
): Promise<Outcome<Done>> {
	const params = {
		title: page,
		undo: String(revision),
		nocreate: '1',
		...(now.revision === null ? {} : { baserevid: String(now.revision) }),
		// Without one the wiki writes its own, in its own language.
		...(reason === '' ? {} : { summary: reason }),
	};
	const saved = await change(transport, as, { action: 'edit', params }, Undone);
	if (!saved.ok) return saved;
	const { result, code, newrevid, nochange } = saved.value.edit;
	if (result !== 'Success') return failed('wiki-error', [code ?? result]);
	// It was taken back before: that is what was wanted.
	if (newrevid === undefined && !nochange) return failed('wiki-error', ['no-revision']);
	return done({ ...nothingDone, revision: newrevid ?? now.revision });
}

async function rollback(
	transport: WikiTransport,
	as: string,
	{ page, user, reason }: ActOf<'revert'>,
): Promise<Outcome<Done>> {
	const params = { title: page, user, ...(reason === '' ? {} : { summary: reason }) };
	const changed = await change(transport, as, { action: 'rollback', params }, RolledBack, 'rollback');
	if (!changed.ok) return changed;
	return done({ ...nothingDone, revision: changed.value.rollback.revid || null });
}

export const revert = (
	transport: WikiTransport,
	as: string,
	act: ActOf<'revert'>,
	now: StateOf<'page'>,
): Promise<Outcome<Done>> => (act.how === 'undo' ? undo(transport, as, act, now) : rollback(transport, as, act));
