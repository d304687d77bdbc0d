/** What the operator says of this service's own account on a wiki. */
import * as v from 'valibot';
import { Title } from '../../contract/primitives.ts';

const Text = v.pipe(v.string(), v.minLength(1));

export const BotSchema = v.pipe(
	v.object({
		/** `Account@name`, as Special:BotPasswords gives it. */
		user: v.pipe(v.string(), v.regex(/^[^@]+@[^@]+$/, 'the name that Special:BotPasswords gives: Account@name')),
		/** A file with the bot password, whole path. */
		passwordFile: v.optional(v.pipe(v.string(), v.regex(/^\//, 'name the whole path'))),
		/** Name of the environment variable that holds it. */
		passwordEnv: v.optional(Text),
		/** A page that this account alone may edit: each day the hash goes there that says where all logs end. */
		logPage: v.optional(Title),
	}),
	v.check((it) => Boolean(it.passwordFile ?? it.passwordEnv), 'set passwordFile or passwordEnv'),
);
export type BotConfig = v.InferOutput<typeof BotSchema>;
