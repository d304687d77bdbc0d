/** Everything that can be found out about a clicked thing, from the wiki itself: one piece of evidence. */
import { failed, type Outcome, type Problem } from '../../contract/problem.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import type { PanelServices } from '../services.ts';
import { unconfirmed } from './unconfirmed.ts';

export interface Gathered {
	readonly evidence: Evidence;
	/** Why the wiki's history could not be asked; the evidence says what is known all the same. */
	readonly problem: Problem | null;
}

/** The history's word, given for a target; where it is not to be had, what was clicked as it stands. */
async function fromHistory({ keeper }: PanelServices, target: Target): Promise<Gathered> {
	const asked: Outcome<Evidence> = await keeper.call('confirm', { target }).catch(() => failed('timed-out'));
	return asked.ok
		? { evidence: asked.value, problem: null }
		: { evidence: unconfirmed(target), problem: { problem: asked.problem, params: asked.params } };
}

/** For a comment, whole or selected words of it, the page is read as well, by parts of the panel that load now; without them the history's word has to do. */
export async function gatherEvidence(services: PanelServices, target: Target): Promise<Gathered> {
	const first = fromHistory(services, target);
	if (target.type !== 'comment' && target.type !== 'selection') return first;
	const ask = (of: Target): Promise<Gathered> => fromHistory(services, of);
	try {
		const { withExact } = await import('./with-exact.ts');
		return await withExact(services, target, first, ask);
	} catch {
		return first;
	}
}
