/** Tells which comment of the source is which of the rendered page, where the page may have more than its source. */
import type { SourceRange } from './range.ts';

/** A comment as the rendered page has it; `nth` counts from 0 among those of the same author and minute. */
export interface WantedComment {
	author: string;
	/** UTC, ISO, to the minute. */
	timestampISO: string;
	nth: number;
}

/** A comment of the source. */
export interface SourceComment extends SourceRange {
	author: string;
	timestampISO: string;
}

const keyOf = (comment: { author: string; timestampISO: string }): string =>
	`${comment.timestampISO} ${comment.author}`;

function byKey<T extends { author: string; timestampISO: string }>(comments: readonly T[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const comment of comments) {
		const group = groups.get(keyOf(comment));
		if (group) group.push(comment);
		else groups.set(keyOf(comment), [comment]);
	}
	return groups;
}

/**
 * For each wanted comment, in the order of the rendered page, the one of the source or null. Author, minute and count
 * decide. Where the page has more of a kind than the source, some come from elsewhere: then a comment must stand between
 * those that its neighbours on the page were matched with.
 */
export function matchComments(
	wanted: readonly WantedComment[],
	source: readonly SourceComment[],
): (SourceComment | null)[] {
	const here = byKey(source);
	const more = new Set<string>();
	for (const one of wanted) if (one.nth >= (here.get(keyOf(one))?.length ?? 0)) more.add(keyOf(one));
	const matched = wanted.map((one) => (more.has(keyOf(one)) ? null : (here.get(keyOf(one))?.[one.nth] ?? null)));
	const next = Array.from({ length: wanted.length }, () => Infinity);
	for (let i = wanted.length - 2; i >= 0; i--) next[i] = matched[i + 1]?.start ?? next[i + 1] ?? Infinity;
	const left = new Map([...more].map((key) => [key, [...(here.get(key) ?? [])]]));
	let last = -1;
	wanted.forEach((one, i) => {
		const group = matched[i] ? undefined : left.get(keyOf(one));
		const at = group?.findIndex(({ start }) => start > last && start < (next[i] ?? Infinity)) ?? -1;
		if (group && at >= 0) matched[i] = group.splice(0, at + 1).at(-1) ?? null;
		last = matched[i]?.start ?? last;
	});
	return matched;
}
