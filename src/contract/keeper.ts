/** What the panel asks of the keeper: the wiki, the backend, the outbox and the session, as closed verbs. */
import * as v from 'valibot';
import { routeIds } from '../domain/report/kinds.ts';
import { AboutSchema } from './about.ts';
import { Bytes32, KeyId, Origin, ReportId, RevisionId, Timestamp, UserName, WikiBase } from './primitives.ts';
import type { Verbs } from './port.ts';
import { problemKeys } from './problem.ts';
import { RenderedArgsSchema, RenderedSchema, WikiDataSchema } from './reading.ts';
import { EvidenceSchema } from './evidence.ts';
import { ReceiptSchema } from './receipt.ts';
import { ReportStatusSchema } from './follow.ts';
import { TargetSchema } from './target.ts';
import { SessionSchema, StartSignInSchema } from './session.ts';
import { WikiConfigSchema } from './config.ts';

const Nothing = v.object({});
const OfWiki = v.object({ wiki: WikiBase });

/** A wiki's configuration as this client trusts it. */
export const ConfigViewSchema = v.object({
	config: WikiConfigSchema,
	revision: RevisionId,
	/** The origin in use: the pinned one while a changed one waits. */
	origin: Origin,
	/** A changed origin that is not used yet, and from when it will be. */
	waitingOrigin: v.nullable(v.object({ origin: Origin, until: Timestamp })),
});
export type ConfigView = v.InferOutput<typeof ConfigViewSchema>;

/**
 * pinned: known to this client; confirmed: signed for by a pinned key; aged: published more than 72 hours ago;
 * first: taken as it was when this client first saw this wiki.
 */
export const RecipientSchema = v.object({
	name: v.string(),
	/** Team name, or the staff role. */
	team: v.string(),
	key: v.object({ id: KeyId, age: v.string() }),
	trust: v.picklist(['pinned', 'confirmed', 'aged', 'first']),
	/** First used by this client with this report: the preview marks it. */
	fresh: v.boolean(),
});
export type Recipient = v.InferOutput<typeof RecipientSchema>;

export const RecipientsSchema = v.object({
	recipients: v.array(RecipientSchema),
	/** Listed for this route, or lately removed from it, and yet no recipient: why. */
	leftOut: v.array(
		v.object({
			name: v.string(),
			reason: v.picklist(['named', 'excluded', 'decided', 'no-key', 'waiting', 'own-report', 'removed']),
			until: v.optional(Timestamp),
		}),
	),
	/** Teams with fewer than two who may see it: the next team of the route got it instead. */
	passedOver: v.array(v.object({ team: v.string(), eligible: v.number() })),
	configRevision: RevisionId,
});
export type Recipients = v.InferOutput<typeof RecipientsSchema>;

export const OutboxStateSchema = v.object({
	id: ReportId,
	state: v.picklist(['waiting', 'sent', 'refused']),
	tries: v.number(),
	problem: v.optional(v.picklist(problemKeys)),
	receipt: v.optional(ReceiptSchema),
});
export type OutboxState = v.InferOutput<typeof OutboxStateSchema>;

export const keeperVerbs = {
	/** The wiki's configuration, at most a minute old; `fresh` asks again now. */
	config: { args: v.object({ wiki: WikiBase, fresh: v.optional(v.boolean(), false) }), answer: ConfigViewSchema },
	/** Who the wiki says this client is logged in as; null for nobody. */
	wikiUser: { args: OfWiki, answer: v.object({ user: v.nullable(UserName) }) },
	about: { args: v.object({ origin: Origin }), answer: AboutSchema },
	/** Who receives a report of this route, with everybody named in it left out. */
	recipients: {
		args: v.object({
			wiki: WikiBase,
			route: v.picklist(routeIds),
			named: v.array(UserName),
			/** Must not see it although nothing names them. */
			excluded: v.optional(v.array(UserName), []),
			/** For an appeal: keys of those who decided. */
			decidedBy: v.optional(v.array(KeyId), []),
		}),
		answer: RecipientsSchema,
	},
	/** Reads the clicked thing again from the wiki: what can be confirmed of it. */
	confirm: { args: v.object({ target: TargetSchema }), answer: EvidenceSchema },
	/** What the comment engine must know of a wiki, at most a day old. */
	wikiData: { args: OfWiki, answer: WikiDataSchema },
	/** A revision as the wiki renders it, with its source: read beside whatever the page shows. */
	rendered: { args: RenderedArgsSchema, answer: RenderedSchema },
	/** Sends what waits in the vault's outbox; also called without need, it does nothing then. */
	flush: { args: v.object({ now: v.optional(v.boolean()) }), answer: v.array(OutboxStateSchema) },
	reportStatus: { args: v.object({ id: ReportId }), answer: ReportStatusSchema },
	startSignIn: {
		args: v.object({ wiki: WikiBase, panelOrigin: StartSignInSchema.entries.panelOrigin }),
		answer: v.object({ url: v.string() }),
	},
	redeem: { args: v.object({ wiki: WikiBase, code: Bytes32 }), answer: SessionSchema },
	/** The session as the backend knows it; null when there is none or it ended. */
	session: { args: OfWiki, answer: v.nullable(SessionSchema) },
	signOut: { args: OfWiki, answer: Nothing },
} as const satisfies Verbs;
export type KeeperVerbs = typeof keeperVerbs;
