/** What the operator configures of hash checking: legal contact, agreements, lists, retention, duty rota, reporting. */
import * as v from 'valibot';
import { AgeRecipient, Title, WikiBase } from '../../contract/primitives.ts';
import { classIds, type ClosedClassId } from '../../domain/upload/classes.ts';
import { usualThreshold } from '../../domain/upload/kinds.ts';
import { WebhookSchema } from '../duty/config.ts';
import { formatIds } from './lists/record.ts';

const Text = v.pipe(v.string(), v.minLength(1));
const Url = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s#@]+$/));
const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650));
/** A file that holds a password or token, whole path: a secret has no place in this configuration. */
const SecretFile = v.pipe(v.string(), v.regex(/^\//, 'name the whole path'));
const Login = v.object({ user: Text, passwordFile: SecretFile });

const ListEntry = v.pipe(
	v.object({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
		class: v.picklist(classIds),
		format: v.picklist(formatIds),
		/** Which agreement lets this service use the list: number and date. Without it the list is not used. */
		agreement: v.optional(Text),
		/** Farthest PDQ distance that counts, inclusive. */
		threshold: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(31)), usualThreshold),
		/** Where the list is fetched from; without it only files are imported. */
		source: v.optional(v.object({ url: Url, login: v.optional(Login), tokenFile: v.optional(SecretFile) })),
		/** For class `wiki`: whose list it is, and what its uploaders are told. */
		wiki: v.optional(WikiBase),
		/** The wiki's page that the list stands on, a hash a line; without it the list is imported by hand. */
		page: v.optional(Title),
		action: v.optional(v.picklist(['warn', 'hold']), 'warn'),
	}),
	v.check((list) => (list.class === 'wiki') === (list.wiki !== undefined), 'a list of the class wiki names its wiki'),
);

const ClassEntry = v.object({
	/** Decided matches are deleted after this many days. */
	retentionDays: v.optional(Days, 90),
	/** Confirmed files stay preserved for this many days: 18 U.S.C. 2258A(h) asks for a year. */
	preserveDays: v.optional(Days, 365),
	/** Who can open preserved files. */
	preserveTo: v.pipe(v.array(AgeRecipient), v.minLength(1)),
});

export const UploadConfigSchema = v.object({
	/** Who answers for it in law. Without it nothing is checked. */
	legalContact: v.optional(v.object({ name: Text, email: v.pipe(v.string(), v.email()) })),
	lists: v.optional(
		v.pipe(
			v.array(ListEntry),
			v.check((lists) => new Set(lists.map((list) => list.id)).size === lists.length, 'two lists of one id'),
		),
		[],
	),
	classes: v.optional(v.object({ 'child-abuse': v.optional(ClassEntry), terrorism: v.optional(ClassEntry) }), {}),
	/** How often the wikis' logs of uploads are read; an upload is to be checked within a minute. */
	followSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 15),
	/** Told that something waits, and nothing else. */
	dutyRota: v.optional(WebhookSchema),
	/** The CyberTipline's reporting API. */
	cyberTipline: v.optional(
		v.object({
			mode: v.picklist(['test', 'production']),
			/** Instead of the documented address of the mode. */
			url: v.optional(Url),
			login: Login,
			reporter: v.object({ firstName: Text, lastName: Text, email: v.pipe(v.string(), v.email()) }),
		}),
	),
});
type UploadConfig = v.InferOutput<typeof UploadConfigSchema>;
export type ListConfig = v.InferOutput<typeof ListEntry>;
export type ClassConfig = v.InferOutput<typeof ClassEntry>;

/** A configuration under which something is checked. */
export interface Checking extends UploadConfig {
	readonly legalContact: NonNullable<UploadConfig['legalContact']>;
	/** Those that may be used: a wiki's own lists are public and need no agreement. */
	readonly lists: ListConfig[];
}

/** Null while hash checking is off: until there is a legal contact and a list that may be used, with its class configured. */
export function checkingOf(config: UploadConfig | undefined): Checking | null {
	if (!config?.legalContact) return null;
	const lists = config.lists.filter((list) =>
		list.class === 'wiki' ? true : list.agreement !== undefined && classOf(config, list.class) !== undefined,
	);
	return lists.length > 0 ? { ...config, legalContact: config.legalContact, lists } : null;
}

export function classOf({ classes }: Pick<UploadConfig, 'classes'>, id: ClosedClassId): ClassConfig | undefined {
	return classes[id];
}
