/** Which of a page's comments was clicked: by DiscussionTools' id, by author and minute, by the words; never by a guess. */
import type { Target } from '../../contract/target.ts';
import type { Comment } from '../../engines/comments/comment.ts';
import { commentText } from './comment-text.ts';
import { bagOf, likeness } from './likeness.ts';

export interface Clicked {
	/** Place among the page's comments. */
	readonly index: number;
	readonly text: string;
}

/** Page code cuts comments in its own way, so an id or a signature that fits needs only part of the words. */
const enoughWhenNamed = 0.4;
/** Words alone must be nearly all there. */
const enoughAlone = 0.75;

const minuteOf = (at: string | undefined): string => (at ? new Date(at).toISOString().slice(0, 16) : '');

/** The one whose words are most like the quote, of equals the one under the same heading; `pace` comes between two. */
async function mostAlike(
	comments: readonly Comment[],
	indices: readonly number[],
	{ quote = '', heading }: Target,
	enough: number,
	pace: () => Promise<void> | undefined,
): Promise<Clicked | null> {
	const wanted = bagOf(quote);
	let best: Clicked | null = null;
	let most = 0;
	for (const index of indices) {
		await pace();
		const comment = comments[index];
		if (!comment) continue;
		const text = commentText(comment);
		const alike = likeness(wanted, bagOf(text));
		const score = alike + (comment.heading === (heading ?? null) ? 0.001 : 0);
		if (alike < enough || score <= most) continue;
		[best, most] = [{ index, text }, score];
	}
	return best;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The one comment that holds selected words; none where several do, for words like `yes` are everybody's. */
async function holding(
	comments: readonly Comment[],
	{ quote = '', heading }: Target,
	pace: () => Promise<void> | undefined,
): Promise<Clicked | null> {
	const wanted = plain(quote);
	const found: Clicked[] = [];
	for (const [index, comment] of comments.entries()) {
		await pace();
		if (comment.heading !== (heading ?? null)) continue;
		const text = commentText(comment);
		if (wanted && plain(text).includes(wanted)) found.push({ index, text });
	}
	return found.length === 1 ? (found[0] ?? null) : null;
}

export async function findClicked(
	comments: readonly Comment[],
	target: Target,
	pace: () => Promise<void> | undefined,
): Promise<Clicked | null> {
	if (target.type === 'selection') return holding(comments, target, pace);
	const { commentId, author } = target;
	const minute = minuteOf(target.at);
	const where = (fits: (comment: Comment) => boolean): number[] =>
		comments.flatMap((comment, index) => (fits(comment) ? [index] : []));
	const marked = commentId === undefined ? [] : where(({ permalink }) => permalink === commentId);
	const signed =
		author === null || !minute ? [] : where((one) => one.author === author && minuteOf(one.timestampISO) === minute);
	for (const group of [marked, signed]) {
		const found = await mostAlike(comments, group, target, enoughWhenNamed, pace);
		if (found) return found;
	}
	return mostAlike(comments, [...comments.keys()], target, enoughAlone, pace);
}
