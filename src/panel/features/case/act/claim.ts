/** The lease before acts, so that no second handler acts at the same time: written once, however it came to be one's own. */
import type { CaseEvents } from '../../../../contract/case-log.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import { done, type Outcome } from '../../../../contract/problem.ts';

/** A row comes with the grants of whoever asks for it. */
const isMine = ({ lease, grants }: Pick<CaseRow, 'lease' | 'grants'>): boolean =>
	lease !== null && grants.some(({ key }) => key === lease.key);

/** Asked anew, for the end of a lease that was seen earlier has moved on since, or it is over. */
export async function claimOnce(
	read: () => Promise<Outcome<Pick<CaseEvents, 'row'>>>,
	claim: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
	const now = await read();
	if (!now.ok) return now;
	return isMine(now.value.row) ? done(null) : claim();
}
