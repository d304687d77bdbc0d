/** Does one act, after looking again whether all still stands as it was seen when the act was planned. */
import type { Act, Acted, State } from '../../contract/act.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { WikiTransport } from '../transport.ts';
import { currentUser } from '../user.ts';
import { block, blockMade } from './block.ts';
import type { Done } from './done.ts';
import { hide, hideMade } from './hide.ts';
import { noticeMade, writeNotice } from './notice.ts';
import { protect, protectMade } from './protect.ts';
import { revert } from './revert.ts';
import { isSameState, readState } from './state.ts';

/** What an earlier try of this same act did, whose answer was lost; null where nothing of the kind is found. */
async function made(transport: WikiTransport, as: string, act: Act, seen: State, now: State): Promise<Done | null> {
	if (act.act === 'block' && now.of === 'user') return blockMade(now, act, as);
	if (act.act === 'notice' && seen.of === 'talk') return noticeMade(transport, seen, act, as);
	if (act.act === 'hide' && now.of === 'revision') return hideMade(now, act);
	if (act.act === 'protect' && now.of === 'page') return protectMade(now, act);
	// The newest edit of the page is theirs and not what it was.
	if (act.act === 'revert' && now.of === 'page' && now.author === as)
		return { logId: null, revision: now.revision, until: null };
	return null;
}

async function carryOut(transport: WikiTransport, as: string, act: Act, now: State): Promise<Outcome<Done>> {
	if (act.act === 'block' && now.of === 'user') return block(transport, as, act, now);
	if (act.act === 'notice' && now.of === 'talk') return writeNotice(transport, as, act);
	if (act.act === 'hide' && now.of === 'revision') return hide(transport, as, act, now);
	if (act.act === 'protect' && now.of === 'page') return protect(transport, as, act, now);
	if (act.act === 'revert' && now.of === 'page') return revert(transport, as, act, now);
	return failed('bad-input');
}

/** `changed`: nothing was done. What the wiki refuses is a problem with the wiki's own code as its parameter. */
export async function actOn(transport: WikiTransport, act: Act, seen: State): Promise<Outcome<Acted>> {
	const [user, now] = await Promise.all([currentUser(transport), readState(transport, act)]);
	if (!user.ok) return user;
	if (user.value === null) return failed('not-signed-in', ['assertnameduserfailed']);
	if (!now.ok) return now;
	if (!isSameState(seen, now.value)) {
		const before = await made(transport, user.value, act, seen, now.value);
		return done(before ? { outcome: 'done', already: true, ...before } : { outcome: 'changed', state: now.value });
	}
	const outcome = await carryOut(transport, user.value, act, now.value);
	return outcome.ok ? done({ outcome: 'done', already: false, ...outcome.value }) : outcome;
}
