/** What a wiki lets the person logged in do beyond editing, and what it knows of another account: mail, mutes. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({
	query: v.object({
		userinfo: v.object({
			id: v.number(),
			anon: v.optional(v.boolean(), false),
			temp: v.optional(v.boolean(), false),
			blockid: v.optional(v.number()),
			blockemail: v.optional(v.boolean(), false),
			emailauthenticated: v.optional(v.string()),
			rights: v.optional(v.array(v.string()), []),
		}),
		users: v.optional(v.array(v.object({ emailable: v.optional(v.boolean(), false) })), []),
		extensions: v.optional(v.array(v.object({ name: v.optional(v.string(), '') })), []),
	}),
});

export interface Abilities {
	/** Has an account of their own, not one that the wiki made for an edit. */
	readonly named: boolean;
	readonly emailConfirmed: boolean;
	readonly blocked: boolean;
	/** Whether a mail to the asked account can be sent. */
	readonly canMail: boolean;
	/** Names of the wiki's extensions. */
	readonly extensions: readonly string[];
}

/** `mailTo`: an account to write to, if there is one. */
export async function abilities(transport: WikiTransport, mailTo: string | null): Promise<Outcome<Abilities>> {
	const params = {
		meta: 'userinfo|siteinfo',
		uiprop: 'email|rights|blockinfo',
		siprop: 'extensions',
		...(mailTo === null ? {} : { list: 'users', ususers: mailTo, usprop: 'emailable' }),
	};
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const { userinfo, users, extensions } = answer.value.query;
	const emailConfirmed = userinfo.emailauthenticated !== undefined;
	return done({
		named: userinfo.id > 0 && !userinfo.anon && !userinfo.temp,
		emailConfirmed,
		blocked: userinfo.blockid !== undefined,
		canMail:
			emailConfirmed && !userinfo.blockemail && userinfo.rights.includes('sendemail') && (users[0]?.emailable ?? false),
		extensions: extensions.map(({ name }) => name),
	});
}
