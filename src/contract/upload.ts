/** What an uploader's client sends of a file, and what it is told: of closed lists nothing, ever. */
import * as v from 'valibot';
import { Sha256, Title } from './primitives.ts';
import { ViewHashesSchema } from './upload-views.ts';

/** MediaWiki's SHA-1: base 36, 31 digits. */
export const Sha1Base36 = v.pipe(v.string(), v.regex(/^[0-9a-z]{31}$/));

/** Hashes of one file, as a client made them: a hint only, the stored file is hashed again. */
export const FileHashesSchema = v.object({
	sha1: Sha1Base36,
	md5: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
	sha256: Sha256,
	views: ViewHashesSchema,
});
export type SubmittedHashes = v.InferOutput<typeof FileHashesSchema>;

/** Files of the wiki that this service has hashed itself, and that are there now. */
export const DuplicatesSchema = v.object({
	/** The very same bytes. */
	exact: v.array(Title),
	/** Looks alike; how many of 256 bits differ. */
	near: v.array(v.object({ title: Title, distance: v.number() })),
});

/** What a list says that the wiki itself publishes. */
export const WikiListAnswerSchema = v.object({
	action: v.picklist(['none', 'warn', 'hold']),
	/** Which of the wiki's lists; null with `none`. */
	list: v.nullable(v.string()),
});
