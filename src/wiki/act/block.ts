/** Blocks an account, wholly or in part. */
import * as v from 'valibot';
import type { ActOf, Block, BlockScope, StateOf } from '../../contract/act.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { WikiTransport } from '../transport.ts';
import { change } from './change.ts';
import { nothingDone, type Done } from './done.ts';
import { readUserState, untilOf } from './user-state.ts';

const Shape = v.object({ block: v.object({ expiry: v.optional(v.string(), 'infinite') }) });

const flag = (name: string, on: boolean): Record<string, string> => (on ? { [name]: '1' } : {});

function scopeOf(partial: BlockScope | null): Record<string, string> {
	if (!partial) return {};
	const { pages, namespaces, actions } = partial;
	return {
		partial: '1',
		...(pages.length > 0 ? { pagerestrictions: pages.join('|') } : {}),
		...(namespaces.length > 0 ? { namespacerestrictions: namespaces.join('|') } : {}),
		...(actions.length > 0 ? { actionrestrictions: actions.join('|') } : {}),
	};
}

const scopeText = (partial: BlockScope | null): string =>
	partial
		? [partial.pages, partial.namespaces, partial.actions].map((list) => [...list].sort().join('|')).join('\n')
		: '';

/** The block itself where it stands there as this act would make it: an earlier try got through and its answer was lost. */
const found = ({ blocks }: StateOf<'user'>, act: ActOf<'block'>, as: string): Block | undefined =>
	blocks.find(
		({ by, reason, partial }) =>
			by === as &&
			reason === act.reason &&
			(partial === null) === (act.partial === null) &&
			scopeText(partial) === scopeText(act.partial),
	);

export function blockMade(now: StateOf<'user'>, act: ActOf<'block'>, as: string): Done | null {
	const made = found(now, act, as);
	return made ? { ...nothingDone, logId: now.log, until: made.until } : null;
}

/** Replaces the one block that `now` has; the wiki itself refuses where somebody else was faster. */
export async function block(
	transport: WikiTransport,
	as: string,
	act: ActOf<'block'>,
	now: StateOf<'user'>,
): Promise<Outcome<Done>> {
	// Several: which of them is meant, nobody said.
	if (now.blocks.length > 1) return failed('wiki-error', ['ambiguous-block']);
	const params = {
		user: act.user,
		expiry: act.expiry,
		reason: act.reason,
		...scopeOf(act.partial),
		...flag('nocreate', act.createAccount),
		...flag('autoblock', act.partial === null),
		...flag('allowusertalk', !act.ownTalk),
		...flag('noemail', act.email),
		...flag('reblock', now.blocks.length === 1),
	};
	const changed = await change(transport, as, { action: 'block', params }, Shape);
	if (!changed.ok) return changed;
	const after = await readUserState(transport, act.user);
	const logId = after.ok ? after.value.log : null;
	return done({ ...nothingDone, logId, until: untilOf(changed.value.block.expiry) });
}
