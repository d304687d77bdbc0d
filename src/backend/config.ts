/** The backend's own configuration: one JSON file, with the environment over it, checked when the service starts. */
import * as v from 'valibot';
import { StaffKeySchema } from '../contract/about.ts';
import { Base64, KeyId, Origin, Timestamp, UserName, WikiBase } from '../contract/primitives.ts';
import { samePerson } from '../domain/people/names.ts';
import { isPair, peopleIn } from '../domain/people/pair.ts';
import { DutyConfigSchema } from './duty/config.ts';
import { RetentionConfigSchema } from './retention/config.ts';
import { UploadConfigSchema } from './upload/config.ts';
import { BotSchema } from './wiki/bot-config.ts';

const Text = v.pipe(v.string(), v.minLength(1));
const Count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** So many requests of one address in so many seconds. */
const Rate = v.object({ points: Count, seconds: Count });

const WikiEntry = v.object({
	/** As clients name the wiki: its script path, no slash at the end. */
	base: WikiBase,
	/** Where this machine reaches it, if by another address. */
	apiBase: v.optional(WikiBase),
	/** Other origins that show its pages, such as a mobile site: the gadget's panel may stand there too. */
	origins: v.optional(v.array(Origin), []),
	/** Without it nobody can sign in from this wiki; reports can still be sent. */
	oauth: v.optional(
		v.pipe(
			v.object({
				clientId: Text,
				clientSecret: v.optional(Text),
				/** Name of the environment variable that holds the secret. */
				clientSecretEnv: v.optional(Text),
				/** Script path of the wiki that authorizes, where it is another one (Wikimedia: Meta-Wiki). */
				authorizeBase: v.optional(WikiBase),
			}),
			v.check((it) => Boolean(it.clientSecret ?? it.clientSecretEnv), 'set clientSecret or clientSecretEnv'),
		),
	),
	/** An account of this service there, for its e-mails and the page of its log: a bot password of Special:BotPasswords. */
	bot: v.optional(BotSchema),
});

/** Clients compare the names in a report with the names of staff, and know no accounts; reviewers receive no report. */
function isNamedAsAccount({ role, name, accounts }: v.InferOutput<typeof StaffFields>): boolean {
	return (
		role.startsWith('hash-review-') || accounts.length === 0 || accounts.some(({ user }) => samePerson(user, name))
	);
}

const StaffFields = v.object({
	...StaffKeySchema.entries,
	/** Keys that `key` replaced: reports that wait on somebody's device are taken for them until then, and they open theirs for good. */
	former: v.optional(v.array(v.object({ id: KeyId, until: Timestamp })), []),
	/** Who may sign in as this person: a name alone would be anybody's who registers it on some wiki. */
	accounts: v.optional(v.array(v.object({ wiki: WikiBase, user: UserName })), []),
	/** Of a recovery key that two hold: an age file for each, with the key of theirs that opens it (`wikihaven recovery split`). */
	shares: v.optional(v.array(v.object({ key: KeyId, box: v.pipe(Base64, v.maxLength(8_000)) })), []),
});
type Staff = v.InferOutput<typeof StaffFields>[];

/** Nobody holds both shares, and each of the two can sign in to use theirs. */
function isHeldByTwo({ name, shares }: Staff[number], staff: Staff): boolean {
	const held = peopleIn(name).map((holder) =>
		staff.some(
			(one) =>
				one.role === 'recovery-share' &&
				samePerson(one.name, holder) &&
				shares.some(({ key }) => key === one.key.id || one.former.some((old) => old.id === key)),
		),
	);
	return held.length === 2 && held.every(Boolean) && new Set(shares.map(({ key }) => key)).size === 2;
}

const StaffEntry = v.pipe(
	StaffFields,
	v.check(isNamedAsAccount, 'name them as one of their accounts is named, or a report about that account goes to them'),
);

export const BackendConfigSchema = v.object({
	listen: v.optional(v.object({ host: v.optional(Text, '127.0.0.1'), port: v.pipe(v.number(), v.integer()) }), {
		port: 8140,
	}),
	/** As people reach it: scheme, host, port. */
	publicOrigin: Origin,
	/** Shown when a person is asked for consent. */
	operator: Text,
	store: v.variant('kind', [
		v.object({ kind: v.literal('sqlite'), path: Text }),
		v.object({ kind: v.literal('postgres'), url: Text, connections: v.optional(Count, 10) }),
	]),
	/** Folder for the keys of receipts, tokens and names, readable by this service alone. */
	keyFolder: Text,
	wikis: v.pipe(v.array(WikiEntry), v.minLength(1, 'name at least one wiki')),
	staff: v.pipe(
		v.array(StaffEntry),
		v.check(
			(staff) => staff.some((one) => one.role === 'recovery'),
			'needs an entry with the role "recovery": make one with `wikihaven key new`, or three with `wikihaven recovery split`',
		),
		v.check(
			(staff) =>
				staff.filter(({ role, name }) => role === 'recovery' && isPair(name)).every((one) => isHeldByTwo(one, staff)),
			'a recovery key of two needs an entry with the role "recovery-share" for each of them, with the key of their share',
		),
	),
	/** Origins of extensions that may call: `chrome-extension://ID`; Firefox makes a new one for each person, so it is yes or no. */
	extensions: v.optional(
		v.object({
			chrome: v.optional(v.array(v.pipe(v.string(), v.regex(/^chrome-extension:\/\/[a-p]{32}$/))), []),
			firefox: v.optional(v.boolean(), false),
		}),
		{},
	),
	/** How many proxies of our own stand in front; 0 means that X-Forwarded-For is not believed. */
	trustedProxies: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
	rates: v.optional(
		v.object({
			read: v.optional(Rate, { points: 600, seconds: 60 }),
			/**
			 * Reports of any kind, counted before they are read: more than 10,000 in an hour, so that who floods from an address
			 * uses up the next rate and leaves this one to the others there.
			 */
			send: v.optional(Rate, { points: 3000, seconds: 600 }),
			/** Reports by work. */
			report: v.optional(Rate, { points: 60, seconds: 600 }),
			/** Those of a threat. */
			threat: v.optional(Rate, { points: 60, seconds: 600 }),
			/** Reports by token. */
			token: v.optional(Rate, { points: 300, seconds: 600 }),
			/** Messages and steps of who sent a report. */
			follow: v.optional(Rate, { points: 60, seconds: 600 }),
			signIn: v.optional(Rate, { points: 30, seconds: 600 }),
			upload: v.optional(Rate, { points: 300, seconds: 600 }),
		}),
		{},
	),
	/** With what right reports come. */
	standing: v.optional(
		v.object({
			/**
			 * Zero bits of the proof of work that a report without a token brings: sixteen are a moment of anybody's time, and
			 * while many come up to four more are asked for. 0: none ever.
			 */
			workBits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24)), 16),
			/** Tokens for an account, and for one that two handlers found to act in bad faith. */
			tokensPerDay: v.optional(Count, 10),
			slowedPerDay: v.optional(Count, 1),
		}),
		{},
	),
	/** Folder with the built panel; without it the backend serves no gadget. */
	panelFolder: v.optional(Text),
	/** Who is told, beside the people of the wikis' own rotas, that something waits. */
	duty: v.optional(DutyConfigSchema, {}),
	/** How long cases are kept, in days. */
	retention: v.optional(RetentionConfigSchema, {}),
	/** Hash checking of uploads: off unless there is a legal contact and a list that may be used. */
	upload: v.optional(UploadConfigSchema),
	logLevel: v.optional(v.picklist(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
});
export type BackendConfig = v.InferOutput<typeof BackendConfigSchema>;
export type BackendConfigInput = v.InferInput<typeof BackendConfigSchema>;
