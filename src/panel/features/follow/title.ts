/** What a report is called: what happened, and whom it is about. */
import type { ItemOf } from '../../../contract/vault.ts';
import type { Words } from '../../words/words.ts';
import type { FollowWords } from './words.ts';

export function titleOf(report: Pick<ItemOf<'reports'>, 'kind' | 'subject'>, say: FollowWords, t: Words['t']): string {
	const kind = t(`kind-${report.kind}`);
	return report.subject ? say('follow-about', kind, report.subject) : kind;
}
