/** What a handler does on the wiki with their own rights: each act, the state that it was planned on, and what came of it. */
import * as v from 'valibot';
import { RevisionId, Timestamp, Title, UserName, WikiBase } from './primitives.ts';
import type { Verbs } from './port.ts';

const Reason = v.pipe(v.string(), v.maxLength(2000));
/** As the wiki takes it: `1 week`, `infinite`, a date. */
const Expiry = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** A wiki's own name for something that can be blocked (`upload`), a right, a level of protection. */
const Name = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{0,60}$/i));

/** Of the wiki as a whole where null. */
const PartialSchema = v.object({
	pages: v.pipe(v.array(Title), v.maxLength(50)),
	namespaces: v.pipe(v.array(v.number()), v.maxLength(100)),
	actions: v.pipe(v.array(Name), v.maxLength(50)),
});
export type BlockScope = v.InferOutput<typeof PartialSchema>;

export const ActSchema = v.variant('act', [
	v.object({
		act: v.literal('block'),
		user: UserName,
		partial: v.nullable(PartialSchema),
		expiry: Expiry,
		reason: Reason,
		createAccount: v.boolean(),
		ownTalk: v.boolean(),
		email: v.boolean(),
	}),
	/** A section of its own on their talk page. */
	v.object({
		act: v.literal('notice'),
		user: UserName,
		heading: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
		text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
	}),
	v.object({
		act: v.literal('revert'),
		page: Title,
		revision: RevisionId,
		/** rollback: all of their newest edits there at once. */
		how: v.picklist(['undo', 'rollback']),
		user: UserName,
		reason: Reason,
	}),
	v.object({
		act: v.literal('hide'),
		page: Title,
		revision: RevisionId,
		parts: v.pipe(v.array(v.picklist(['content', 'comment', 'user'])), v.minLength(1)),
		/** From administrators too. */
		suppress: v.boolean(),
		reason: Reason,
	}),
	v.object({ act: v.literal('protect'), page: Title, level: Name, expiry: Expiry, reason: Reason }),
]);
export type Act = v.InferOutput<typeof ActSchema>;
export type ActOf<K extends Act['act']> = Extract<Act, { act: K }>;

const LogId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** null: without end. */
const Until = v.nullable(Timestamp);
const BlockSchema = v.object({
	id: v.number(),
	by: v.nullable(v.string()),
	at: Timestamp,
	until: Until,
	reason: v.string(),
	partial: v.nullable(PartialSchema),
});
export type Block = v.InferOutput<typeof BlockSchema>;

/** What an act rests on, as the wiki says it: looked at again right before the act. `log`: the newest entry, 0 for none. */
export const StateSchema = v.variant('of', [
	v.object({ of: v.literal('user'), user: UserName, blocks: v.array(BlockSchema), log: LogId }),
	v.object({ of: v.literal('talk'), page: Title, revision: v.nullable(RevisionId) }),
	v.object({
		of: v.literal('page'),
		page: Title,
		exists: v.boolean(),
		revision: v.nullable(RevisionId),
		/** Who wrote that one; null where it is hidden. */
		author: v.nullable(v.string()),
		protection: v.array(v.object({ type: Name, level: Name, until: Until })),
		log: LogId,
	}),
	v.object({
		of: v.literal('revision'),
		page: Title,
		revision: RevisionId,
		/** Whether it is the newest of its page. */
		newest: v.boolean(),
		hidden: v.array(v.picklist(['content', 'comment', 'user'])),
		suppressed: v.boolean(),
	}),
]);
export type State = v.InferOutput<typeof StateSchema>;
export type StateOf<K extends State['of']> = Extract<State, { of: K }>;

/** done: `already` where an earlier try had got through. changed: nothing was done, for it is no longer as it was seen. */
export const ActedSchema = v.variant('outcome', [
	v.object({
		outcome: v.literal('done'),
		already: v.boolean(),
		logId: v.nullable(v.number()),
		revision: v.nullable(RevisionId),
		until: Until,
	}),
	v.object({ outcome: v.literal('changed'), state: StateSchema }),
]);
export type Acted = v.InferOutput<typeof ActedSchema>;

/** `label`: in the person's language; `here`: in the wiki's. */
const Length = v.object({ value: v.string(), label: v.string(), here: v.string() });
/** What this wiki lets this person do, in the wiki's own words. */
export const ActFactsSchema = v.object({
	/** Who the wiki says is acting; null for nobody. */
	user: v.nullable(UserName),
	rights: v.array(v.string()),
	/** Language that the wiki is written in. */
	language: v.string(),
	/** Pages that one partial block may name: 50 where several blocks of one person are possible, else 10. */
	mostPages: v.number(),
	/** Actions that a partial block may name; empty where the wiki knows none. */
	actions: v.array(v.string()),
	namespaces: v.array(v.object({ id: v.number(), name: v.string() })),
	levels: v.array(v.string()),
	blockReasons: v.array(v.string()),
	protectReasons: v.array(v.string()),
	expiries: v.array(Length),
	/** Templates of the wiki for notices: wikitext in which $1 is the person, $2 until when, $3 why, $4 the pages. */
	notices: v.array(v.object({ label: v.string(), text: v.string() })),
});
export type ActFacts = v.InferOutput<typeof ActFactsSchema>;

export const actVerbs = {
	actFacts: { args: v.object({ wiki: WikiBase, language: v.string() }), answer: ActFactsSchema },
	/** How things stand that this act would change. */
	actState: { args: v.object({ wiki: WikiBase, act: ActSchema }), answer: StateSchema },
	/** Nothing is done where it no longer stands as `seen`. */
	act: { args: v.object({ wiki: WikiBase, act: ActSchema, seen: StateSchema }), answer: ActedSchema },
	/** A notice as its page would show it, as plain text. */
	previewNotice: {
		args: v.object({ wiki: WikiBase, user: UserName, text: v.pipe(v.string(), v.maxLength(20_000)) }),
		answer: v.object({ text: v.string() }),
	},
} as const satisfies Verbs;
export type ActVerbs = typeof actVerbs;
