/** What the operator configures of being told: addresses that take a word, and nothing else. */
import * as v from 'valibot';

/** An address with a file that holds its token, whole path: a secret has no place in this configuration. */
export const WebhookSchema = v.object({
	url: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s#@]+$/)),
	tokenFile: v.optional(v.pipe(v.string(), v.regex(/^\//, 'name the whole path'))),
});
export type Webhook = v.InferOutput<typeof WebhookSchema>;

export const DutyConfigSchema = v.object({
	/** Told of everything that waits on any of the wikis. */
	webhooks: v.optional(v.array(WebhookSchema), []),
});
