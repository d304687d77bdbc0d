/** What a wiki's public records say of an account: for handlers, read from the wiki alone. */
import * as v from 'valibot';
import type { Verbs } from './port.ts';
import { Timestamp, UserName, WikiBase } from './primitives.ts';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** `more`: there are at least so many. */
const CountSchema = v.object({ count: Whole, more: v.boolean() });
export type Count = v.InferOutput<typeof CountSchema>;

/** Days of activity that are looked at. */
export const activeDays = 60;

export const AccountFactsSchema = v.object({
	/** Null for addresses, and where the wiki does not know. */
	registered: v.nullable(Timestamp),
	edits: v.nullable(Whole),
	/** Groups beside those that everybody is in. */
	groups: v.array(v.string()),
	/** The block in force; `until` null: without end. */
	block: v.nullable(v.object({ until: v.nullable(Timestamp), partial: v.boolean() })),
	lastEdit: v.nullable(Timestamp),
	/** Edits of each of the last days, the oldest first; the newest 500 edits only. */
	days: v.pipe(v.array(Whole), v.length(activeDays)),
	/** Edits that somebody took back, as the wiki tags them. */
	reverted: CountSchema,
	/** Pages made. */
	created: CountSchema,
	/** Thanks and blocks that the account's log holds. */
	thanked: CountSchema,
	blocks: CountSchema,
	/** Where the wiki has an abuse filter whose log the asker may read. */
	filterHits: v.nullable(CountSchema),
	/** Where accounts are shared between wikis. */
	global: v.nullable(v.object({ edits: Whole, locked: v.boolean() })),
});
export type AccountFacts = v.InferOutput<typeof AccountFactsSchema>;

export const accountVerbs = {
	accountFacts: { args: v.object({ wiki: WikiBase, user: UserName }), answer: AccountFactsSchema },
	/** null where accounts are not shared between wikis. */
	accountLocked: {
		args: v.object({ wiki: WikiBase, user: UserName }),
		answer: v.object({ locked: v.nullable(v.boolean()) }),
	},
} as const satisfies Verbs;
export type AccountVerbs = typeof accountVerbs;
