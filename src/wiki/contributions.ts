/** What accounts edited in a range of time. */
import * as v from 'valibot';
import { RevisionId, Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { inTime, type Contribution } from '../engines/timeline/contribution.ts';
import { allOf, askOn, Continue, type Answers } from './ask-on.ts';
import type { WikiTransport } from './transport.ts';

const Shape = v.object({
	continue: Continue,
	query: v.optional(
		v.object({
			usercontribs: v.optional(
				v.array(
					v.object({
						revid: RevisionId,
						parentid: v.optional(v.number(), 0),
						ns: v.optional(v.number(), 0),
						title: v.string(),
						timestamp: Timestamp,
						// Not there where the wiki hides it.
						comment: v.optional(v.string(), ''),
						tags: v.optional(v.array(v.string()), []),
						new: v.optional(v.unknown(), false),
					}),
				),
				[],
			),
		}),
		{},
	),
});
type Answer = v.InferOutput<typeof Shape>;

/** Milliseconds since 1970; both ends belong to it. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** MediaWiki knows whole seconds. */
export const wikiTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** Parts of the range that are read side by side, where one answer did not hold it all. */
const parts = 6;
/** Answers of 500 edits for each part. */
const roundsEach = 7;

function read(transport: WikiTransport, user: string, { from, to }: Range, rounds: number) {
	const params = {
		list: 'usercontribs',
		ucuser: user,
		ucstart: wikiTime(to),
		ucend: wikiTime(from),
		ucprop: 'ids|title|timestamp|comment|tags|flags',
		uclimit: 'max',
	};
	return askOn<Answer>(transport, params, Shape, rounds);
}

/** Ranges of whole seconds side by side, together from `from` to `to`. */
function split({ from, to }: Range): Range[] {
	const step = Math.ceil((to - from + 1) / parts / 1000) * 1000;
	return Array.from({ length: parts }, (_, i) => ({
		from: from + i * step,
		to: Math.min(to, from + (i + 1) * step - 1000),
	})).filter((part) => part.from <= part.to);
}

export interface Contributions {
	/** Oldest first. */
	readonly edits: Contribution[];
	/** Whether the account has more edits in the range than were read. */
	readonly more: boolean;
}

function edits(user: string, { from, to }: Range, parts: readonly Answers<Answer>[]): Contributions {
	const found = new Map<number, Contribution>();
	for (const { query } of parts.flatMap(({ answers }) => answers)) {
		for (const { revid, parentid, ns, title, timestamp, comment, tags, new: made } of query.usercontribs) {
			const at = Date.parse(timestamp);
			if (at < from || at > to) continue;
			const creation = made !== false;
			const edit = {
				user,
				page: title,
				namespace: ns,
				revision: revid,
				parent: parentid,
				at,
				summary: comment,
				tags,
				creation,
			};
			found.set(revid, edit);
		}
	}
	return { edits: inTime([...found.values()]), more: parts.some(({ more }) => more) };
}

/**
 * The edits of one account in a range, at most about 20,000. The API orders several accounts by name before time, so each
 * is asked for by itself; what the first answer does not hold is asked for in parts of the range at once.
 */
export async function readContributions(
	transport: WikiTransport,
	user: string,
	range: Range,
): Promise<Outcome<Contributions>> {
	const newest = await read(transport, user, range, 1);
	if (!newest.ok) return newest;
	const last = newest.value.answers.at(-1)?.query.usercontribs.at(-1);
	if (!newest.value.more || !last) return done(edits(user, range, [newest.value]));
	const left = split({ from: range.from, to: Date.parse(last.timestamp) });
	const rest = allOf(await Promise.all(left.map((part) => read(transport, user, part, roundsEach))));
	return rest.ok ? done(edits(user, range, [{ ...newest.value, more: false }, ...rest.value])) : rest;
}

/** The pages of an account's newest edits before a time, 500 edits at most. */
export async function readEarlierPages(
	transport: WikiTransport,
	user: string,
	before: number,
): Promise<Outcome<Set<string>>> {
	const range = { from: 0, to: before - 1000 };
	const newest = await read(transport, user, range, 1);
	return newest.ok ? done(new Set(edits(user, range, [newest.value]).edits.map(({ page }) => page))) : newest;
}
