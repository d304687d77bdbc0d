/** When a revision really came into a wiki: the numbers of revisions grow, whatever time an import wrote into one. */
import { done, type Outcome } from '../contract/problem.ts';
import { queryRevisions, type Revision } from './revisions.ts';
import type { WikiTransport } from './transport.ts';

/** Lower revision ids at growing distance: whoever wants to fool all of them has to fill half of the wiki's recent history. */
export function probesBelow(id: number): number[] {
	const ids: number[] = [];
	for (let step = 1; step < id && ids.length < 45; step = Math.ceil(step * 1.5)) ids.push(id - step);
	return ids;
}

/**
 * A time, ISO, before which the revision cannot have been put in: its own, or that of any revision with a lower number where
 * that is later. One API call.
 */
export async function insertedAt(
	transport: WikiTransport,
	revision: Pick<Revision, 'id' | 'at'>,
): Promise<Outcome<string>> {
	const probes = probesBelow(revision.id);
	if (probes.length === 0) return done(revision.at);
	const answer = await queryRevisions(transport, { revids: probes.join('|') }, false);
	if (!answer.ok) return answer;
	const times = answer.value.flatMap((page) => page.revisions.map(({ at }) => at));
	return done([revision.at, ...times].sort().at(-1) ?? revision.at);
}
