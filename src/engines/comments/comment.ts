/** What the engine says about one comment of a page. */
import type { Place } from './run.ts';

/** A comment. Its range is [start, end]; positions are in text nodes (or at a picture, offset 0 or 1). */
export interface Comment {
	author: string;
	/** False where the signature names several people or a user of another wiki: show it as a guess, never act on it alone. */
	certain: boolean;
	/** Everybody whom the signature names, the author first. */
	candidates: readonly string[];
	/** UTC, ISO, to the minute. */
	timestampISO: string;
	/** 1 + the list items around it. */
	level: number;
	/** Index of the comment replied to, -1 = the heading. */
	parent: number;
	/** Text of the nearest heading above, null before the first. */
	heading: string | null;
	start: Place;
	end: Place;
	/** From the first link of the signature to the end of its time stamp. */
	signatureStart: Place;
	signatureEnd: Place;
	/** DiscussionTools' id, where it marked this comment: the fragment of a permalink. */
	permalink: string | null;
}
