/** The schema of MediaWiki:Wikihaven.json and of a handler's published key page. */
import * as v from 'valibot';
import { systemIds, type WikiConfig } from '../domain/config/model.ts';
import { routeIds } from '../domain/report/kinds.ts';
import { DutySchema } from './duty.ts';
import { AgeRecipient, Bytes32, KeyId, Origin, Title, UserName, Base64Url } from './primitives.ts';

/** `team` names a key of `teams`; `staff:ROLE` is looked up in the backend's own configuration. */
const RouteTarget = v.pipe(v.string(), v.regex(/^(staff:)?[a-z0-9][a-z0-9-]{0,39}$/));

const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650));

const routeEntries = Object.fromEntries(routeIds.map((id) => [id, v.optional(v.array(RouteTarget))])) as {
	[id in (typeof routeIds)[number]]: v.OptionalSchema<v.ArraySchema<typeof RouteTarget, undefined>, undefined>;
};

export const WikiConfigSchema = v.pipe(
	v.object({
		wikihaven: v.literal(1),
		backend: v.object({ origin: Origin, operator: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
		teams: v.record(
			v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
			v.object({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)), members: v.array(UserName) }),
		),
		routes: v.object(routeEntries),
		off: v.optional(v.array(v.picklist([...systemIds, 'all'])), []),
		policies: v.optional(v.array(v.object({ title: Title, label: v.optional(v.string()) })), []),
		helpPage: v.optional(Title),
		/** What is not said is as `usualDeadlines` has it. */
		deadlines: v.optional(
			v.object({
				triageDays: v.optional(Count),
				emergencyHours: v.optional(Count),
				decisionDays: v.optional(Count),
				appealDays: v.optional(Count),
				hearingDays: v.optional(Count),
			}),
		),
		/** Who is told first that something waits, and when the next are. */
		duty: v.optional(DutySchema),
		/** Where to turn in an emergency without any backend: an address, an account that takes the wiki's own e-mail. */
		emergency: v.optional(v.object({ email: v.optional(v.pipe(v.string(), v.email())), user: v.optional(UserName) })),
		/** For talk pages: wikitext, a template as a rule, in which $1 is the person, $2 until when, $3 why, $4 which pages. */
		notices: v.optional(
			v.pipe(
				v.array(
					v.object({
						label: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
						text: v.pipe(v.string(), v.minLength(1), v.maxLength(5000)),
					}),
				),
				v.maxLength(50),
			),
		),
		/** Pages that help people who are hurt, offered after sending. */
		support: v.optional(v.array(v.object({ title: Title, label: v.optional(v.string()) }))),
	}),
	v.check((config) => {
		const targets = Object.values(config.routes).flatMap((targets) => targets ?? []);
		return targets.every((target) => target.startsWith('staff:') || Object.hasOwn(config.teams, target));
	}, 'a route names a team that is not in teams'),
	// Whatever a wiki writes there: material about children is seen by staff alone.
	v.check(
		(config) => (config.routes['child-safety'] ?? []).every((target) => target.startsWith('staff:')),
		'child-safety may only lead to staff',
	),
);

/** The same thing as the domain's model: this line fails to compile when the two drift apart. */
export const asModel = (config: v.InferOutput<typeof WikiConfigSchema>): WikiConfig => config as WikiConfig;

export const PublicKeySchema = v.object({ id: KeyId, age: AgeRecipient, sign: Bytes32 });

export const ConfirmationSchema = v.object({
	subject: v.pipe(v.string(), v.maxLength(1000), v.regex(/^(key|origin):/)),
	by: KeyId,
	signature: Base64Url,
});

/** What stands on `User:NAME/Wikihaven.json`. */
export const KeyPageSchema = v.object({
	wikihaven: v.literal(1),
	key: PublicKeySchema,
	confirms: v.optional(v.array(ConfirmationSchema), []),
});
export type KeyPage = v.InferOutput<typeof KeyPageSchema>;
