/** The clicked thing in the words of the panel's own reading. */
import type { Target } from '../../contract/target.ts';
import type { Exact } from './exact.ts';

/** Page, author, minute, heading and words (not those selected) as they were read; nobody's name where the signature leaves that open. */
export function corrected(target: Target, exact: Exact): Target {
	const { comment, text } = exact;
	if (!comment) return target;
	const { heading: _clicked, ...rest } = target;
	return {
		...rest,
		page: exact.title,
		shownRevision: exact.revision,
		author: comment.certain ? comment.author : null,
		at: comment.timestampISO,
		quote: target.type === 'selection' ? (target.quote ?? '') : text,
		...(comment.permalink === null ? {} : { commentId: comment.permalink.slice(0, 600) }),
		...(comment.heading === null ? {} : { heading: comment.heading.slice(0, 1000) }),
	};
}

const minuteOf = (at: string | undefined): number => Math.floor(Date.parse(at ?? '') / 60_000);

/** Whether what the wiki was asked about one would be answered otherwise about the other. */
export function asksOther(one: Target, other: Target): boolean {
	return one.author !== other.author || minuteOf(one.at) !== minuteOf(other.at);
}
