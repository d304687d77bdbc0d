/** What the panel's reporter views ask of the keeper beyond the report itself: following, standing, emergency, mute. */
import * as v from 'valibot';
import { kindIds } from '../domain/report/kinds.ts';
import { Base64Url, Bytes32, Origin, ReportId, Title, UserName, WikiBase } from './primitives.ts';
import { AppealSchema, FeedbackSchema, SendMessageSchema, ThreadSchema, ReportStatusSchema } from './follow.ts';
import { IncidentSchema } from './incident.ts';
import type { Verbs } from './port.ts';
import { RecipientsSchema } from './keeper.ts';
import { RecentEditsSchema } from './recent-edits.ts';
import { AttestationSchema, OwnStandingSchema } from './standing.ts';

const Nothing = v.object({});
const OfWiki = v.object({ wiki: WikiBase });
const OfReport = v.object({ id: ReportId });

export const reporterVerbs = {
	/** State and messages of a report in the vault. */
	thread: { args: OfReport, answer: ThreadSchema },
	/** The same for what a return code gives, where the vault does not know it yet. */
	findReport: {
		args: v.object({ wiki: WikiBase, id: ReportId, secret: Bytes32 }),
		answer: v.object({ origin: Origin, thread: ThreadSchema }),
	},
	sendMessage: {
		args: v.object({ id: ReportId, message: ReportId, ...SendMessageSchema.entries }),
		answer: Nothing,
	},
	withdraw: { args: OfReport, answer: ReportStatusSchema },
	appeal: { args: v.object({ id: ReportId, ...AppealSchema.entries }), answer: ReportStatusSchema },
	feedback: { args: v.object({ id: ReportId, ...FeedbackSchema.entries }), answer: Nothing },
	/** Custodians who are not named: who a pseudonym is sealed to. Fewer than two is no answer but `no-recipients`. */
	custodians: {
		args: v.object({
			wiki: WikiBase,
			named: v.array(UserName),
			/** Asked by one of them: they are in the list too. */
			all: v.optional(v.boolean(), false),
		}),
		answer: RecipientsSchema,
	},
	/** Tokens that this client has, and how its account stands; null where nobody is signed in. Fetches tokens when few are left. */
	standing: {
		args: OfWiki,
		answer: v.object({ tokens: v.number(), account: v.nullable(OwnStandingSchema) }),
	},
	attest: { args: v.object({ wiki: WikiBase, commitment: Bytes32 }), answer: AttestationSchema },
	/** Mutes somebody's notifications where the wiki has Extension:Echo; tells whether it is so now. */
	mute: {
		args: v.object({ wiki: WikiBase, user: UserName }),
		answer: v.object({ notifications: v.boolean() }),
	},
	/** The newest edits of an account or address; `after` is `next` of an earlier answer. */
	recentEdits: {
		args: v.object({ wiki: WikiBase, user: UserName, after: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
		answer: RecentEditsSchema,
	},
	/** Ways to call for help that need no backend of ours, as far as this wiki has them. */
	emergencyWays: {
		args: OfWiki,
		answer: v.object({
			/** For an empty mail link. */
			email: v.nullable(v.pipe(v.string(), v.email())),
			/** Account that takes the wiki's own e-mail, and whether the person logged in may send any. */
			wikiEmail: v.nullable(v.object({ user: UserName, possible: v.boolean() })),
			/** Whether the wiki's ReportIncident answers to the person logged in. */
			incident: v.boolean(),
			/** Pages of the wiki on where to turn: its own, and those of MediaWiki:IncidentReportingConfig.json. */
			pages: v.array(
				v.object({
					title: v.optional(Title),
					url: v.optional(v.string()),
					label: v.optional(v.string()),
					/** What it is for; left out: for anything. */
					kinds: v.optional(v.array(v.picklist(kindIds))),
				}),
			),
		}),
	},
	/** Sends by the wiki's own e-mail, unsealed. */
	wikiEmail: {
		args: v.object({
			wiki: WikiBase,
			user: UserName,
			subject: v.pipe(v.string(), v.maxLength(200)),
			text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
		}),
		answer: Nothing,
	},
	/** Hands an emergency to the wiki's own Extension:ReportIncident, unsealed. */
	handOff: { args: v.object({ wiki: WikiBase, incident: IncidentSchema }), answer: Nothing },
} as const satisfies Verbs;
export type ReporterVerbs = typeof reporterVerbs;

/** The commitment of an attestation: SHA-256 over this text. */
export const commitmentText = (report: string, salt: v.InferOutput<typeof Base64Url>): string => `${report}\n${salt}`;
