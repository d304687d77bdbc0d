/** What the panel asks before it shows a quote that was kept: whether the wiki has taken it from the asker since. */
import * as v from 'valibot';
import type { Verbs } from './port.ts';
import { RevisionId, WikiBase } from './primitives.ts';
import { mostPieces } from './attachment.ts';

export const retentionVerbs = {
	/** Of these revisions those that are suppressed, and whose text the asker may not read on the wiki. */
	suppressed: {
		args: v.object({ wiki: WikiBase, revisions: v.pipe(v.array(RevisionId), v.minLength(1), v.maxLength(mostPieces)) }),
		answer: v.object({ revisions: v.array(RevisionId) }),
	},
} as const satisfies Verbs;
export type RetentionVerbs = typeof retentionVerbs;
