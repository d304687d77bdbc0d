/** Hides parts of a revision, from everybody or from administrators too. */
import * as v from 'valibot';
import type { ActOf, StateOf } from '../../contract/act.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { WikiTransport } from '../transport.ts';
import { change } from './change.ts';
import { nothingDone, type Done } from './done.ts';

const Problems = v.optional(v.array(v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })), []);
const Shape = v.object({
	revisiondelete: v.object({
		status: v.string(),
		items: v.optional(v.array(v.object({ status: v.string(), errors: Problems })), []),
	}),
});

/** Whether all that is wanted is hidden already. */
export const hideMade = (now: StateOf<'revision'>, { parts, suppress }: ActOf<'hide'>): Done | null =>
	parts.every((part) => now.hidden.includes(part)) && (now.suppressed || !suppress) ? nothingDone : null;

export async function hide(
	transport: WikiTransport,
	as: string,
	{ page, revision, parts, suppress, reason }: ActOf<'hide'>,
	now: StateOf<'revision'>,
): Promise<Outcome<Done>> {
	// The wiki hides no text that is still shown to everybody.
	if (now.newest && parts.includes('content')) return failed('wiki-error', ['revdelete-hide-current']);
	const params = {
		type: 'revision',
		target: page,
		ids: String(revision),
		hide: parts.join('|'),
		suppress: suppress ? 'yes' : 'nochange',
		reason,
	};
	const changed = await change(transport, as, { action: 'revisiondelete', params }, Shape);
	if (!changed.ok) return changed;
	const { status, items } = changed.value.revisiondelete;
	const [item] = items;
	if (status !== 'Success' || item?.status !== 'Success')
		return failed('wiki-error', [item?.errors[0]?.code ?? 'revisiondelete']);
	return done(nothingDone);
}
