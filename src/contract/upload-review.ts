/** What staff see of matches, and what they decide. */
import * as v from 'valibot';
import { closedClassIds } from '../domain/upload/classes.ts';
import { hashKinds } from '../domain/upload/kinds.ts';
import { decisionIds, matchStates, reportStages, reportSteps } from '../domain/upload/review.ts';
import { Base64, KeyId, Timestamp, Title, WikiBase } from './primitives.ts';
import { Sha1Base36 } from './upload.ts';

export const MatchId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const MatchRowSchema = v.object({
	id: MatchId,
	class: v.picklist(closedClassIds),
	wiki: WikiBase,
	/** Null while the file is not published; then it cannot be decided. */
	title: v.nullable(Title),
	state: v.picklist(matchStates),
	at: Timestamp,
	/** Independent hashes that agree, and the smallest distance among them: one PDQ hit alone may be a coincidence. */
	hits: Count,
	nearest: Count,
});

export const MatchListSchema = v.object({
	matches: v.array(MatchRowSchema),
	next: v.nullable(v.string()),
});

export const MatchSchema = v.object({
	...MatchRowSchema.entries,
	sha1: Sha1Base36,
	evidence: v.array(
		v.object({
			list: v.string(),
			kind: v.picklist(hashKinds),
			distance: Count,
			/** How the picture was seen: `full/original`, `nn512/fliplr`, … or `file` for an exact hash. */
			view: v.string(),
			/** Where the list has it from, as its provider says. */
			source: v.string(),
			label: v.string(),
			votesFor: Count,
			votesAgainst: Count,
			version: Count,
		}),
	),
	acts: v.array(v.object({ at: Timestamp, who: KeyId, act: v.string(), box: v.nullable(Base64) })),
	report: v.nullable(v.object({ stage: v.picklist(reportStages), number: v.nullable(v.string()), mode: v.string() })),
	preservedUntil: v.nullable(Timestamp),
	/** The file as the wiki has it, where it was asked for; null where it is gone or could not be had. */
	picture: v.nullable(Base64),
	/** How often the asking person has looked at pictures in the last day. */
	exposures: Count,
});

/** `metadata` is what a reviewer begins with; `picture` is asked for on its own, and counted. */
export const LookSchema = v.object({ what: v.picklist(['metadata', 'picture']) });

const Sealed = v.pipe(Base64, v.maxLength(40_000));

export const DecideSchema = v.object({
	decision: v.picklist(decisionIds),
	/** Why, sealed to the staff key by the client. */
	reason: v.optional(Sealed),
	/** With a confirmed match of the class terrorism: its own form. */
	threat: v.optional(
		v.object({
			/** Whether there is a credible threat of immediate harm to people. */
			immediate: v.boolean(),
			/** What the person saw, sealed to the staff key by the client. */
			grounds: Sealed,
		}),
	),
});

export const ReportStepSchema = v.object({
	step: v.picklist(reportSteps),
	/** With `send`: the preserved file, opened by the person; without it the wiki's copy is sent. */
	file: v.optional(v.pipe(Base64, v.maxLength(28_000_000))),
});

export const DecidedSchema = v.object({ state: v.picklist(matchStates), preservedUntil: v.nullable(Timestamp) });
export const ReportedSchema = v.object({ stage: v.picklist(reportStages), number: v.nullable(v.string()) });

/** The preserved file, for who has the staff key. */
export const PreservedSchema = v.object({ sealed: Base64, sha256: v.string(), until: Timestamp });
