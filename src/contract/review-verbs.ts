/** What the panel asks of the keeper for staff who review matches. */
import * as v from 'valibot';
import { closedClassIds } from '../domain/upload/classes.ts';
import type { Verbs } from './port.ts';
import { Title, UserName, WikiBase } from './primitives.ts';
import { uploadRoutes } from './upload-routes.ts';
import { DecideSchema, LookSchema, MatchId, ReportStepSchema } from './upload-review.ts';
import { Sha1Base36 } from './upload.ts';

const OfMatch = { wiki: WikiBase, id: MatchId };
const Class = v.picklist(closedClassIds);

export const reviewVerbs = {
	uploadMatches: {
		args: v.object({
			wiki: WikiBase,
			class: Class,
			state: v.picklist(['open', 'decided']),
			after: v.optional(v.string()),
		}),
		answer: uploadRoutes.uploadMatches.answer,
	},
	uploadLook: { args: v.object({ ...OfMatch, ...LookSchema.entries }), answer: uploadRoutes.uploadLook.answer },
	uploadDecide: { args: v.object({ ...OfMatch, ...DecideSchema.entries }), answer: uploadRoutes.uploadDecide.answer },
	uploadReport: {
		args: v.object({ ...OfMatch, ...ReportStepSchema.entries }),
		answer: uploadRoutes.uploadReport.answer,
	},
	uploadPreserved: { args: v.object(OfMatch), answer: uploadRoutes.uploadPreserved.answer },
	/** Keys of the staff of a class, as this device trusts them: what is written for them is sealed to these. */
	reviewKeys: {
		args: v.object({ wiki: WikiBase, class: Class }),
		answer: v.object({ keys: v.array(v.object({ name: v.string(), age: v.string() })) }),
	},
	/** On the wiki where the file is, with the caller's own rights there; for a person's press alone. */
	removeFile: {
		args: v.object({
			wiki: WikiBase,
			title: Title,
			sha1: Sha1Base36,
			as: UserName,
			reason: v.pipe(v.string(), v.maxLength(200)),
		}),
		answer: v.object({ deleted: v.number(), suppressed: v.number() }),
	},
} as const satisfies Verbs;
export type ReviewVerbs = typeof reviewVerbs;
