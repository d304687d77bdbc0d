/** Everything that can be found out about a clicked thing, from the wiki itself: one piece of evidence. */
import { failed, type Outcome, type Problem } from '../../contract/problem.ts';
import type { Evidence, Target } from '../../contract/report.ts';
import type { PanelServices } from '../services.ts';
import { asksOther, corrected } from './corrected.ts';
import type { Exact } from './exact.ts';
import { unconfirmed } from './unconfirmed.ts';

export interface Gathered {
	readonly evidence: Evidence;
	/** Why the wiki's history could not be asked; the evidence says what is known all the same. */
	readonly problem: Problem | null;
}

async function exactly(services: PanelServices, target: Target): Promise<Outcome<Exact>> {
	try {
		const { readExact } = await import('./exact.ts');
		return await readExact(services, target);
	} catch {
		// The part could not be loaded, as after an update: the history's word has to do.
		return failed('server-error');
	}
}

/** Both readings at once; the history again where the page named another author or minute than it really shows. */
export async function gatherEvidence(services: PanelServices, target: Target): Promise<Gathered> {
	const ask = (of: Target): Promise<Outcome<Evidence>> => services.keeper.call('confirm', { target: of });
	const first = ask(target);
	const exact = target.type === 'comment' ? await exactly(services, target) : null;
	const known = exact?.ok ? exact.value : null;
	const read = known ? corrected(target, known) : target;
	const asked = known?.comment && asksOther(target, read) ? await ask(read) : await first;
	const evidence = asked.ok ? asked.value : unconfirmed(read);
	const problem = asked.ok ? null : { problem: asked.problem, params: asked.params };
	if (!known) return { evidence, problem };
	const { combine } = await import('./combine.ts');
	return { evidence: await combine(evidence, known), problem };
}
