/** What happens next to a report and by when, in one calm sentence for its reporter. */
import type { ReportStatus } from '../../../contract/follow.ts';
import type { Words } from '../../words/words.ts';
import type { FollowWords } from './words.ts';

type Told = Pick<ReportStatus, 'state' | 'due' | 'now' | 'appeal'>;

export function nextWords({ state, due, now, appeal }: Told, say: FollowWords, words: Pick<Words, 'time'>): string {
	if (state === 'withdrawn') return say('follow-withdrawn');
	if (!due) return say('follow-next-none');
	const by = words.time(due.by);
	const late = Date.parse(due.by) < Date.parse(now);
	if (due.step === 'close') return say(appeal === 'open' ? 'follow-next-appeal' : 'follow-next-close', by);
	if (late) return say(due.step === 'triage' ? 'follow-late-triage' : 'follow-late-decision', by);
	if (due.step === 'triage') return say('follow-next-triage', by);
	return say(appeal === 'used' ? 'follow-next-second' : 'follow-next-decision', by);
}
